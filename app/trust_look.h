// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab_trust.h"

#include <QObject>

#include <string>
#include <thread>

namespace ipclab {

// Looks in a thread of its own whether a lab is trusted, for that reads all that would run: up to
// 64 MiB. Says so once, and then deletes itself. To be made with `new`, in the GUI thread.
class TrustLook : public QObject {
    Q_OBJECT

public:
    explicit TrustLook(std::string labFolder, QObject* parent = nullptr);
    ~TrustLook() override; // waits until it has looked

signals:
    void looked(const ipclab::TrustFound& found);

private:
    const std::string m_folder;
    std::thread m_thread;
};

} // namespace ipclab
