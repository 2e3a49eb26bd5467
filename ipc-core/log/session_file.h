// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/log/event_log.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace ipclab {

// A session file: JSON Lines. The first is a header object, each other an event.
struct SessionHeader {
    static constexpr int kFormat = 1;
    std::string lab; // empty: a command
    std::string variant; // "c", "python"
    std::string learner; // as they gave it; empty: not given
    std::string startedAt; // ISO 8601, the clock of the machine
    std::vector<std::string> command;
    std::int32_t attached = 0; // the pid of who ran before; 0: all was started here

    bool operator==(const SessionHeader&) const = default;
};

// Writes a session while it grows: one more reader of the log. One thread.
class SessionWriter {
public:
    static Result<SessionWriter> create(const std::string& path, const SessionHeader& header);

    // Writes what the log has beyond what was written. Errors: ENOSPC, EIO, … of write(2); what
    // was not written is kept, and the next call goes on from the very byte.
    Status writeNew(const LogView& log);
    Status close(const EventLog::Dropped& dropped);
    [[nodiscard]] EventIndex taken() const { return m_next; } // of the log: it reads none before

private:
    SessionWriter(UniqueFd fd, std::string path);
    void add(const std::string& line);
    Status flush();

    UniqueFd m_fd;
    std::string m_path;
    std::string m_waiting; // lines, or the rest of one, not yet written
    EventIndex m_next = 0;
};

// What was read of a session file: as much as is good. A damaged line is passed over and counted.
struct SavedSession {
    SessionHeader header;
    std::unique_ptr<EventLog> log;
    std::uint64_t linesSkipped = 0;
    std::uint64_t firstSkipped = 0; // its line number, counted from 1
    EventLog::Dropped dropped; // what the recording run had no room for
    std::uint64_t bytesLeft = 0; // at the end of a file that is larger than any that we write
    // What this reading had no room for: log->dropped().
};

// Errors: errno of open(2) and read(2); step "header" for a file that is not a session, "version"
// for one that a newer program wrote; EISDIR, ESPIPE for what is no regular file. All at once;
// session_reader.h reads a portion at a time.
Result<SavedSession> readSession(const std::string& path);

} // namespace ipclab
