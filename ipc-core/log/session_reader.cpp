// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/session_reader.h"

#include "ipc-core/events/event_json.h"
#include "ipc-core/log/line_reader.h"

#include <simdjson.h>

#include <atomic>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace ipclab {

namespace {

static_assert(LineReader::kPadding >= EventReader::kPadding);

// What is beyond is not read. A run fills it only when its log is full, and its texts are of bytes
// that JSON writes in six.
constexpr std::uint64_t kMostBytes = std::uint64_t { 4 } << 30;

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

} // namespace

struct SessionReader::Parts {
    Parts(std::string named, LineReader opened)
        : path(std::move(named))
        , lines(std::move(opened))
    {
    }
    void take(std::string_view line);
    void takeOther(std::string_view line);

    std::string path;
    LineReader lines;
    EventReader events;
    std::vector<std::string_view> block;
    SavedSession session;
    std::uint64_t lineNumber = 1; // of the last one: the header
    std::atomic<std::uint64_t> bytesRead = 0;
};

SessionReader::SessionReader(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

SessionReader::~SessionReader() = default;
SessionReader::SessionReader(SessionReader&&) noexcept = default;
SessionReader& SessionReader::operator=(SessionReader&&) noexcept = default;

Result<SessionReader> SessionReader::open(const std::string& path, EventLog::Limits limits)
{
    Result<LineReader> lines = LineReader::open(path, kMostBytes);
    if (!lines)
        return lines.error();
    auto parts = std::make_unique<Parts>(path, std::move(*lines));
    const auto first = parts->lines.nextNear();
    if (parts->lines.error() != 0)
        return Error { parts->lines.error(), "read", path };
    Result<SessionHeader> header = first ? readHeader(*first, path) : Error { 0, "header", path };
    if (!header)
        return header.error();
    parts->session.header = std::move(*header);
    parts->session.log = std::make_unique<EventLog>(limits);
    parts->bytesRead = parts->lines.taken();
    return SessionReader(std::move(parts));
}

Status SessionReader::readSome(std::uint64_t bytes)
{
    LineReader& lines = m_parts->lines;
    const std::uint64_t begin = lines.taken();
    while (!lines.atEnd() && lines.taken() - begin < bytes) {
        lines.next(m_parts->block);
        for (const std::string_view line : m_parts->block)
            m_parts->take(line);
    }
    m_parts->bytesRead.store(lines.taken(), std::memory_order_relaxed);
    if (lines.error() != 0)
        return Error { lines.error(), "read", m_parts->path };
    if (lines.atEnd() && lines.size() > kMostBytes)
        m_parts->session.bytesLeft = lines.size() - lines.taken();
    return Done {};
}

void SessionReader::Parts::take(std::string_view line)
{
    ++lineNumber;
    if (const Result<Event> event = events.readPadded(line))
        session.log->append(*event);
    else
        takeOther(line);
}

// Not an event: what was dropped, or damaged.
void SessionReader::Parts::takeOther(std::string_view line)
{
    if (const auto dropped = readDropped(line))
        session.dropped = *dropped;
    else if (session.linesSkipped++ == 0)
        session.firstSkipped = lineNumber;
}

bool SessionReader::atEnd() const
{
    return m_parts->lines.atEnd();
}

std::uint64_t SessionReader::bytesRead() const
{
    return m_parts->bytesRead.load(std::memory_order_relaxed);
}

std::uint64_t SessionReader::bytesTotal() const
{
    return m_parts->lines.size();
}

const EventLog& SessionReader::log() const
{
    return *m_parts->session.log;
}

const SavedSession& SessionReader::session() const
{
    return m_parts->session;
}

SavedSession SessionReader::take() &&
{
    return std::move(m_parts->session);
}

Result<SavedSession> readSession(const std::string& path)
{
    Result<SessionReader> reader = SessionReader::open(path);
    if (!reader)
        return reader.error();
    if (const Status read = reader->readSome(std::numeric_limits<std::uint64_t>::max()); !read)
        return read.error();
    return std::move(*reader).take();
}

} // namespace ipclab
