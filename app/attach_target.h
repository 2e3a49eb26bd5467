// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <QString>

#include <string>
#include <vector>

namespace ipclab {

// Who ran before IPC Lab came, and is watched without a lab and without a command.
struct AttachTarget {
    Pid pid;
    QString name;
    std::vector<std::string> argv; // as it was started, as far as it can be seen
};

} // namespace ipclab
