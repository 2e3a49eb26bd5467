// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"

#include <QString>

#include <functional>

namespace ipclab {

// Makes a folder, whole or not at all: it is filled under another name, which no other IPC Lab uses
// at the time, and then has its own. Its parent has to be there. Errors: EEXIST when there is
// something of that name; those of mkdir(2) and rename(2), and what `fill` says.
Status makeWholeFolder(
    const QString& path, const std::function<Status(const QString& unfinished)>& fill);

} // namespace ipclab
