// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/events/event.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace ipclab {

// The one-line form of an event, without the newline. The order of fields is fixed:
// i, t (seconds with nine decimals), pid, tid, event, then the event's own.
std::string toJsonLine(EventIndex index, const Event& event);

// Reads such lines. Owns the memory that the event it returned last points into, so an event is
// good until the next `read`. Unknown fields are passed over; an unknown event, a wrong type or a
// number out of range is an error. One thread at a time.
class EventReader {
public:
    EventReader();
    ~EventReader();
    EventReader(const EventReader&) = delete;
    EventReader& operator=(const EventReader&) = delete;

    Result<Event> read(std::string_view line);

    // The same of a line that so many bytes follow, whatever they are: without a copy of it.
    static constexpr std::size_t kPadding = 64;
    Result<Event> readPadded(std::string_view line);

    // The lines that are read padded next are those of this block, in order, with a newline behind
    // each but the last: they are parsed at one go, and read as they would be alone. The block
    // stays where it is until then; an empty one: nothing is expected.
    void expect(std::string_view block);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace ipclab
