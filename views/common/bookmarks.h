// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"

#include <map>
#include <string>
#include <vector>

namespace ipclab {

// The notes that a person left at moments of a run, as the log has them: a later one at the same
// moment replaces, an empty text removes. One thread.
class Bookmarks {
public:
    struct Mark {
        std::string text;
        Nanoseconds at = 0; // of the moment
        bool operator==(const Mark&) const = default;
    };

    void take(const EventLog& log, EventIndex end); // the events [taken, end)

    // By moment: how many events had happened.
    [[nodiscard]] const std::map<EventIndex, Mark>& all() const { return m_marks; }
    [[nodiscard]] const Mark* at(EventIndex moment) const;

private:
    std::map<EventIndex, Mark> m_marks;
    EventIndex m_taken = 0;
};

} // namespace ipclab
