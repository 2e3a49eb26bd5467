// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/log/event_log.h"
#include "ipc-core/log/session_file.h"

#include <cstdint>
#include <memory>
#include <string>

namespace ipclab {

// Reads a session file a portion at a time, so that whoever opens a large one can say how far it is
// and stop. What was read is appended to a log that any thread may read, and fold, meanwhile. One
// thread at a time; what is marked "any thread" may be asked while it reads.
class SessionReader {
public:
    // As `readSession` has them; `limits` are those of the log.
    static Result<SessionReader> open(const std::string& path, EventLog::Limits limits = {});
    ~SessionReader();
    SessionReader(SessionReader&&) noexcept;
    SessionReader& operator=(SessionReader&&) noexcept;

    // Reads on: at least so many bytes of the file, and at most a block and a line more (1.5 MB,
    // some milliseconds). Errors: errno of read(2); what was read until then stays.
    Status readSome(std::uint64_t bytes);
    [[nodiscard]] bool atEnd() const;

    [[nodiscard]] std::uint64_t bytesRead() const; // any thread
    [[nodiscard]] std::uint64_t bytesTotal() const; // any thread
    [[nodiscard]] const EventLog& log() const; // any thread; it stays where it is when taken

    [[nodiscard]] const SavedSession& session() const; // what was read so far
    SavedSession take() &&; // ends the reading

private:
    struct Parts;
    explicit SessionReader(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace ipclab
