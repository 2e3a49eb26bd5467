// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event.h"

#include <map>
#include <set>

namespace ipclab {

// Which signals each process has asked to be ignored, as the log goes on: one that comes to nothing
// is either of these, or does nothing by default (signal(7)).
class IgnoredSignals {
public:
    void take(const Event& event);
    [[nodiscard]] bool has(const Event& event) const; // a SignalIgnored that was asked for

private:
    std::map<Pid, std::set<int>> m_ignored;
};

} // namespace ipclab
