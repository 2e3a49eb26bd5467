// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/session_file.h"

#include "ipc-core/events/event_json.h"
#include "ipc-core/events/json_text.h"

#include <simdjson.h>
#include <sys/stat.h>

#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <unistd.h>
#include <utility>

namespace ipclab {

namespace {

constexpr std::size_t kLongestLine = std::size_t { 1 } << 20;
constexpr std::size_t kBlock = std::size_t { 1 } << 18;

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
    return line + "]}";
}

Result<SessionHeader> readHeader(std::string_view line, const std::string& path)
{
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    std::int64_t format = 0;
    if (parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS
        || object.at_key("ipclab_session").get(format) != simdjson::SUCCESS || format < 1)
        return Error { 0, "header", path };
    if (format > SessionHeader::kFormat)
        return Error { 0, "version", std::to_string(format) };

    SessionHeader header;
    const auto text = [&](const char* key, std::string& value) {
        std::string_view found;
        if (object.at_key(key).get(found) == simdjson::SUCCESS)
            value = found;
    };
    text("lab", header.lab);
    text("variant", header.variant);
    text("learner", header.learner);
    text("started_at", header.startedAt);
    simdjson::dom::array words;
    if (object.at_key("command").get(words) == simdjson::SUCCESS) {
        for (const simdjson::dom::element word : words) {
            std::string_view found;
            if (word.get(found) == simdjson::SUCCESS)
                header.command.emplace_back(found);
        }
    }
    return header;
}

// The last line of a session whose log had no room for all.
std::optional<EventLog::Dropped> readDropped(std::string_view line)
{
    if (!line.starts_with("{\"dropped_events\""))
        return std::nullopt;
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    EventLog::Dropped dropped;
    if (parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS
        || object.at_key("dropped_events").get(dropped.events) != simdjson::SUCCESS
        || object.at_key("dropped_bytes").get(dropped.bytes) != simdjson::SUCCESS)
        return std::nullopt;
    return dropped;
}

// Lines of a file, each bounded: a longer one comes as empty, which no reader takes for an event.
class Lines {
public:
    explicit Lines(int fd)
        : m_fd(fd)
    {
    }

    [[nodiscard]] int error() const { return m_error; } // errno of the read(2) that failed

    bool next(std::string& line)
    {
        line.clear();
        bool tooLong = false;
        for (;;) {
            if (m_at == m_filled && !fill())
                return !line.empty();
            const std::string_view rest(m_block.data() + m_at, m_filled - m_at);
            const std::size_t end = rest.find('\n');
            const std::string_view part = rest.substr(0, end);
            tooLong = tooLong || line.size() + part.size() > kLongestLine;
            if (!tooLong)
                line += part;
            m_at += end == std::string_view::npos ? rest.size() : end + 1;
            if (end != std::string_view::npos) {
                if (tooLong)
                    line.clear();
                return true;
            }
        }
    }

private:
    bool fill()
    {
        ssize_t count = -1;
        do
            count = ::read(m_fd, m_block.data(), m_block.size());
        while (count < 0 && errno == EINTR);
        m_error = count < 0 ? errno : 0;
        m_at = 0;
        m_filled = count > 0 ? static_cast<std::size_t>(count) : 0;
        return m_filled > 0;
    }

    int m_fd;
    int m_error = 0;
    std::vector<char> m_block = std::vector<char>(kBlock);
    std::size_t m_at = 0;
    std::size_t m_filled = 0;
};

Result<UniqueFd> openRegular(const std::string& path)
{
    // Without O_NONBLOCK a FIFO would hold us in open(2), fifo(7).
    UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status { };
    if (!fd || ::fstat(fd.get(), &status) != 0)
        return lastError("open", path);
    if (!S_ISREG(status.st_mode))
        return Error { S_ISDIR(status.st_mode) ? EISDIR : ESPIPE, "open", path };
    return fd;
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
    UniqueFd fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kMode));
    if (!fd)
        return lastError("open", path);
    SessionWriter writer(std::move(fd), path);
    writer.add(headerLine(header));
    if (Status written = writer.flush(); !written)
        return written.error();
    return writer;
}

Status SessionWriter::writeNew(const LogView& log)
{
    for (; m_next < log.size(); ++m_next) {
        if (m_waiting.size() >= kBlock) {
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

Result<SavedSession> readSession(const std::string& path)
{
    Result<UniqueFd> fd = openRegular(path);
    if (!fd)
        return fd.error();
    Lines lines(fd->get());
    std::string line;
    const bool any = lines.next(line);
    if (lines.error() != 0)
        return Error { lines.error(), "read", path };
    Result<SessionHeader> header = any ? readHeader(line, path) : Error { 0, "header", path };
    if (!header)
        return header.error();

    SavedSession session;
    session.header = std::move(*header);
    session.log = std::make_unique<EventLog>();
    EventReader reader;
    for (std::uint64_t number = 2; lines.next(line); ++number) {
        if (const auto dropped = readDropped(line)) {
            session.dropped = *dropped;
            continue;
        }
        const Result<Event> event = reader.read(line);
        if (event) {
            session.log->append(*event);
        } else if (session.linesSkipped++ == 0) {
            session.firstSkipped = number;
        }
    }
    if (lines.error() != 0)
        return Error { lines.error(), "read", path };
    return session;
}

} // namespace ipclab
