// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

// One life of a process: from its start until its number is used again.
struct Life {
    Pid pid;
    std::string name; // of its last program; clean
    std::string_view argv; // of its last program, as in WordList; lives as long as the log
};

// Which life each event belongs to, for a log gone through from its beginning.
class Lives {
public:
    // Takes the next event. Nothing: it is no process's.
    std::optional<std::size_t> take(const Event& event);

    [[nodiscard]] const std::vector<Life>& all() const { return m_lives; }

private:
    std::size_t begin(Pid pid);

    std::vector<Life> m_lives;
    std::map<Pid, std::size_t> m_current;
};

// All of a log, with the names that they had at last.
std::vector<Life> livesOf(const LogView& log);

} // namespace ipclab
