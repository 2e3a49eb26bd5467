// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/stdio_watch.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr unsigned kMostLooksInVain = 16;
constexpr Nanoseconds kLookAtResting = kSecond; // into one that rests: others may write there, too

bool sameStream(const StdioReading& a, const StdioReading& b)
{
    return a.stream == b.stream && a.fd == b.fd;
}

bool hasStream(const std::vector<StdioReading>& streams, const StdioReading& wanted)
{
    return std::ranges::any_of(
        streams, [&](const StdioReading& one) { return sameStream(one, wanted); });
}

} // namespace

void StdioWatch::look(TracedProcess& process)
{
    process.sampleDue = false;
    process.sampledAt = m_recorder.now();
    if (!process.launching && !process.sharesMemory)
        record(process, process.xray.sample());
}

void StdioWatch::lookLast(TracedProcess& process)
{
    if (process.launching || process.sharesMemory)
        return;
    std::vector<StdioReading> readings = process.xray.sample();
    std::erase_if(readings, [&](const StdioReading& reading) {
        return reading.mode == BufferMode::None && !hasStream(process.streams, reading);
    });
    for (StdioReading& reading : readings) {
        const auto before = std::ranges::find_if(
            process.streams, [&](const StdioReading& one) { return sameStream(one, reading); });
        if (reading.mode != BufferMode::None || before == process.streams.end())
            continue;
        reading.mode = before->mode;
        reading.capacity = before->capacity;
    }
    record(process, std::move(readings));
}

void StdioWatch::record(TracedProcess& process, std::vector<StdioReading> readings)
{
    for (const StdioReading& reading : readings) {
        if (std::ranges::find(process.streams, reading) == process.streams.end())
            m_recorder.record(process.pid, firstThread(process.pid), levelOf(reading));
    }
    for (const StdioReading& before : process.streams) {
        if (hasStream(readings, before))
            continue;
        StdioLevel gone = levelOf(before);
        gone.pending = gone.unread = 0;
        gone.bytes = {};
        gone.gone = true;
        m_recorder.record(process.pid, firstThread(process.pid), gone);
    }
    process.streams = std::move(readings);
}

void StdioWatch::lookBeforeWrite(TracedProcess& process, int fd, Nanoseconds atMostEvery)
{
    const bool known
        = std::ranges::find(process.streams, fd, &StdioReading::fd) != process.streams.end();
    const bool perhapsNew = !known && process.looksInVain < kMostLooksInVain;
    process.looksInVain += perhapsNew ? 1 : 0;
    if (perhapsNew || m_recorder.now() - process.sampledAt >= atMostEvery)
        look(process);
    if (process.xray.isCppStream(fd) && process.limits.insert(SightLimit::CppStreams).second)
        m_recorder.record(
            process.pid, firstThread(process.pid), LimitNoted { SightLimit::CppStreams });
}

void StdioWatch::lookAtDue(Tracees& tracees, Nanoseconds atMostEvery)
{
    const Nanoseconds now = m_recorder.now();
    for (auto& [pid, process] : tracees.processes) {
        if (process.sampleDue && now - process.sampledAt >= atMostEvery)
            look(process);
    }
}

void StdioWatch::lookAtAll(Tracees& tracees, Nanoseconds atMostEvery)
{
    const Nanoseconds now = m_recorder.now();
    for (auto& [pid, process] : tracees.processes) {
        const std::optional<Nanoseconds> rests = process.restsSince();
        const bool same = rests && *rests < process.sampledAt;
        if (process.sampleDue || now - process.sampledAt >= (same ? kLookAtResting : atMostEvery))
            look(process);
    }
}

} // namespace ipclab
