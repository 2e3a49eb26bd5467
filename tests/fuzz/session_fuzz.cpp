// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/byte_places.h"
#include "ipc-core/analysis/findings.h"
#include "ipc-core/events/event_json.h"
#include "ipc-core/log/session_reader.h"
#include "ipc-core/world/world_history.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>

using namespace ipclab;

namespace {

// A file without a disk.
class MemoryFile {
public:
    MemoryFile(const std::uint8_t* data, std::size_t size)
        : m_fd(::memfd_create("session", MFD_CLOEXEC))
    {
        if (!m_fd || ::write(m_fd.get(), data, size) != static_cast<ssize_t>(size))
            std::abort();
    }
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(m_fd.get()); }

private:
    UniqueFd m_fd;
};

void require(bool holds)
{
    if (!holds)
        std::abort();
}

// What was read can be written, and is then read as the same.
void checkRoundTrip(const EventLog& log)
{
    EventReader reader;
    for (EventIndex i = 0; i < log.size(); ++i) {
        const std::string line = toJsonLine(i, log[i]);
        const Result<Event> event = reader.read(line);
        require(event.ok());
        require(toJsonLine(i, *event) == line);
    }
}

// The short way from a line to its event is the long one; the blank is what it does not take.
void checkBothWays(std::string_view lines)
{
    EventReader reader;
    EventReader parser;
    while (!lines.empty()) {
        const std::string line(lines.substr(0, lines.find('\n')));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        const Result<Event> event = reader.read(line);
        const Result<Event> parsed = parser.read(' ' + line);
        require(event.ok() == parsed.ok());
        require(!event.ok() || toJsonLine(0, *event) == toJsonLine(0, *parsed));
    }
}

// A portion at a time it is the same.
void checkPortions(const std::string& path, const SavedSession& whole)
{
    Result<SessionReader> reader = SessionReader::open(path);
    require(reader.ok());
    while (!reader->atEnd())
        require(reader->readSome(1).ok());
    const SavedSession session = std::move(*reader).take();
    require(session.header == whole.header && session.dropped == whole.dropped);
    require(session.linesSkipped == whole.linesSkipped);
    require(session.firstSkipped == whole.firstSkipped);
    require(session.log->size() == whole.log->size());
    for (EventIndex i = 0; i < session.log->size(); ++i)
        require(toJsonLine(i, (*session.log)[i]) == toJsonLine(i, (*whole.log)[i]));
}

void checkWorld(const EventLog& log)
{
    WorldHistory history(log);
    history.extend(std::numeric_limits<EventIndex>::max());
    World fold;
    for (EventIndex i = 0; i < log.size(); ++i)
        apply(fold, log[i]);
    require(history.live() == fold);
    World early;
    for (EventIndex i = 0; i < log.size(); ++i) {
        if (i % 61 == 0)
            require(history.at(i) == early);
        apply(early, log[i]);
    }
    (void)findings(fold);
    (void)bytePlaces(fold);
    for (const auto& [pid, process] : fold.processes) {
        for (const auto& [fd, descriptor] : process.descriptors)
            (void)placeOf(fold, process, fd);
    }
}

} // namespace

// Whatever the file holds: no crash, and what was read of it is sound.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    checkBothWays({ reinterpret_cast<const char*>(data), size });
    const MemoryFile file(data, size);
    const Result<SavedSession> session = readSession(file.path());
    if (!session.ok())
        return 0;
    checkPortions(file.path(), *session);
    checkRoundTrip(*session->log);
    checkWorld(*session->log);
    return 0;
}
