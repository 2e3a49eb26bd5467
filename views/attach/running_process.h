// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <QString>

#include <cstdint>
#include <string>

namespace ipclab {

// A process that runs already, and what is known of it before anybody watches it.
struct RunningProcess {
    Pid pid;
    std::uint64_t started = 0; // with the pid, who it is; the later, the larger
    QString name;
    QString command; // as it is typed; empty: it has none
    QString startedBy; // its parent's name and number; empty: nobody knows
    bool ours = true; // our user's
    std::string obstacle; // as attachObstacleWords takes it; empty: none is known

    [[nodiscard]] bool is(const RunningProcess& other) const
    {
        return pid == other.pid && started == other.started;
    }
    bool operator==(const RunningProcess&) const = default;
};

} // namespace ipclab
