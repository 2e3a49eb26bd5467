// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/session_reader.h"

#include "ipc-core/events/event_json.h"
#include "ipc-core/log/line_reader.h"
#include "ipc-core/log/lines_ahead.h"

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
    if (std::int64_t pid = 0; object.at_key("attached").get(pid) == simdjson::SUCCESS && pid > 0
        && pid <= std::numeric_limits<std::int32_t>::max())
        header.attached = static_cast<std::int32_t>(pid);
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

// Where they are. Only a first line, if it is too long, is not with the others.
std::string_view blockOf(const std::vector<std::string_view>& lines)
{
    if (lines.empty() || lines.front().empty())
        return {};
    const char* const begin = lines.front().data();
    const char* const end = lines.back().data() + lines.back().size();
    return { begin, static_cast<std::size_t>(end - begin) };
}

} // namespace

struct SessionReader::Parts {
    Parts(std::string named, LineReader opened)
        : path(std::move(named))
        , size(opened.size())
        , bytesRead(opened.taken())
        , ahead(std::move(opened))
    {
    }
    void takeBlock();
    void take(std::string_view line);
    void takeOther(std::string_view line);

    std::string path;
    std::uint64_t size = 0; // of the file
    std::atomic<std::uint64_t> bytesRead = 0;
    int error = 0;
    bool atEnd = false;
    LinesAhead ahead;
    EventReader events;
    SavedSession session;
    std::uint64_t lineNumber = 1; // of the last one: the header
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
    const auto first = lines->nextNear();
    if (lines->error() != 0)
        return Error { lines->error(), "read", path };
    Result<SessionHeader> header = first ? readHeader(*first, path) : Error { 0, "header", path };
    if (!header)
        return header.error();
    auto parts = std::make_unique<Parts>(path, std::move(*lines));
    parts->session.header = std::move(*header);
    parts->session.log = std::make_unique<EventLog>(limits);
    return SessionReader(std::move(parts));
}

Status SessionReader::readSome(std::uint64_t bytes)
{
    const std::uint64_t begin = bytesRead();
    while (!atEnd() && bytesRead() - begin < bytes)
        m_parts->takeBlock();
    if (m_parts->error != 0)
        return Error { m_parts->error, "read", m_parts->path };
    if (atEnd() && bytesTotal() > kMostBytes)
        m_parts->session.bytesLeft = bytesTotal() - bytesRead();
    return Done {};
}

void SessionReader::Parts::takeBlock()
{
    const LinesAhead::Block& block = ahead.next();
    events.expect(blockOf(block.lines));
    for (const std::string_view line : block.lines)
        take(line);
    bytesRead.store(block.taken, std::memory_order_relaxed);
    error = block.error;
    atEnd = block.atEnd;
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
    return m_parts->atEnd;
}

std::uint64_t SessionReader::bytesRead() const
{
    return m_parts->bytesRead.load(std::memory_order_relaxed);
}

std::uint64_t SessionReader::bytesTotal() const
{
    return m_parts->size;
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
