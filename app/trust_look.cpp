// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trust_look.h"

#include <utility>

namespace ipclab {

TrustLook::TrustLook(std::string labFolder, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(labFolder))
{
    m_thread = std::thread([this] {
        QMetaObject::invokeMethod(this, [this, found = lookForTrust(m_folder)] {
            emit looked(found);
            deleteLater();
        });
    });
}

TrustLook::~TrustLook()
{
    m_thread.join();
}

} // namespace ipclab
