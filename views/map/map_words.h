// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace ipclab {

struct MapWords { // the translation context of what the map says
    Q_DECLARE_TR_FUNCTIONS(ipclab::MapWords)
};

} // namespace ipclab
