// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/session_file.h"

#include "ipc-core/events/event_json.h"
#include "ipc-core/events/json_text.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace ipclab {

namespace {

constexpr std::size_t kWrittenAtOnce = std::size_t { 1 } << 18;

std::string headerLine(const SessionHeader& header)
{
    std::string line = "{\"ipclab_session\":" + std::to_string(SessionHeader::kFormat);
    const auto text = [&](std::string_view key, std::string_view value) {
        line += ",\"";
        line += key;
        line += "\":";
        appendLossyJsonString(line, value);
    };
    text("lab", header.lab);
    text("variant", header.variant);
    text("learner", header.learner);
    text("started_at", header.startedAt);
    line += ",\"command\":[";
    for (const std::string& word : header.command) {
        if (line.back() != '[')
            line += ',';
        appendLossyJsonString(line, word);
    }
    line += ']';
    if (header.attached > 0)
        line += ",\"attached\":" + std::to_string(header.attached);
    return line + '}';
}

} // namespace

SessionWriter::SessionWriter(UniqueFd fd, std::string path)
    : m_fd(std::move(fd))
    , m_path(std::move(path))
{
}

Result<SessionWriter> SessionWriter::create(const std::string& path, const SessionHeader& header)
{
    constexpr mode_t kMode = 0666; // less the umask
    UniqueFd fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, kMode));
    if (!fd)
        return lastError("open", path);
    // Who adds to a session that was opened sees that this one is still being written. Where that
    // cannot be said, or is said already, it is written all the same.
    static_cast<void>(::flock(fd.get(), LOCK_EX | LOCK_NB));
    SessionWriter writer(std::move(fd), path);
    writer.add(headerLine(header));
    if (Status written = writer.flush(); !written)
        return written.error();
    return writer;
}

Status SessionWriter::writeNew(const LogView& log)
{
    for (; m_next < log.size(); ++m_next) {
        if (m_waiting.size() >= kWrittenAtOnce) {
            if (Status written = flush(); !written)
                return written;
        }
        add(toJsonLine(m_next, log[m_next]));
    }
    return flush();
}

Status SessionWriter::close(const EventLog::Dropped& dropped)
{
    if (dropped != EventLog::Dropped {})
        add("{\"dropped_events\":" + std::to_string(dropped.events)
            + ",\"dropped_bytes\":" + std::to_string(dropped.bytes) + "}");
    if (Status written = flush(); !written)
        return written;
    if (::close(m_fd.release()) != 0)
        return lastError("write", m_path);
    return Done {};
}

void SessionWriter::add(const std::string& line)
{
    m_waiting += line;
    m_waiting += '\n';
}

Status SessionWriter::flush()
{
    std::size_t written = 0;
    while (written < m_waiting.size()) {
        const ssize_t count
            = ::write(m_fd.get(), m_waiting.data() + written, m_waiting.size() - written);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            Error error = lastError("write", m_path);
            m_waiting.erase(0, written);
            return error;
        }
        written += static_cast<std::size_t>(count);
    }
    m_waiting.clear();
    return Done {};
}

} // namespace ipclab
