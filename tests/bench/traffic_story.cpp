// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/traffic_story.h"

#include <fmt/core.h>

namespace ipclab::bench {

namespace {

constexpr int kFirstPid = 4711;
constexpr std::uint64_t kBuffer = 4096;
constexpr int kReadFd = 3;
constexpr int kWriteFd = 1;

int writerOf(unsigned pair)
{
    return kFirstPid + 1 + 2 * static_cast<int>(pair);
}

int readerOf(unsigned pair)
{
    return kFirstPid + 2 * static_cast<int>(pair);
}

ChannelId pipeOf(unsigned pair)
{
    return ChannelId { pair + 1 };
}

BytesMoved moved(unsigned pair, bool written, const std::string& line)
{
    BytesMoved body;
    body.fd = written ? kWriteFd : kReadFd;
    body.channel = pipeOf(pair);
    body.end = written ? End::Second : End::First;
    body.call = written ? Call::Write : Call::Read;
    body.requested = written ? line.size() : kBuffer;
    body.count = line.size();
    body.bytes = { line };
    return body;
}

} // namespace

TrafficStory::TrafficStory(EventLog& log)
    : m_log(log)
{
    for (unsigned pair = 0; pair < kPairs; ++pair)
        beginPair(pair);
}

void TrafficStory::add(Nanoseconds at, int pid, const EventBody& body)
{
    m_log.append({ at, Pid { pid }, Tid { pid }, body });
}

void TrafficStory::beginPair(unsigned pair)
{
    const int reader = readerOf(pair);
    const int writer = writerOf(pair);
    add(0, reader, ProcessStarted { {}, StartedBy::Launch, false });
    add(0, reader, ProgramExecuted { "/usr/bin/reader", { { "reader\0", 7 } } });
    add(0, reader,
        ChannelCreated {
            pipeOf(pair), ChannelKind::Pipe, fmt::format("pipe:[{}]", 88123 + pair), false });
    add(0, reader,
        DescriptorOpened { kReadFd, pipeOf(pair), Access::Read, End::First, Call::Pipe2, {} });
    add(0, writer, ProcessStarted { Pid { reader }, StartedBy::Fork, false });
    add(0, writer, ProgramExecuted { "/usr/bin/writer", { { "writer\0", 7 } } });
    add(0, writer,
        DescriptorOpened { kWriteFd, pipeOf(pair), Access::Write, End::Second, Call::Pipe2, {} });
    add(0, reader, ChannelLevel { pipeOf(pair), 0, 65536, End::First });
}

void TrafficStory::tell(Nanoseconds at)
{
    tellOf(static_cast<unsigned>(m_told % kPairs), m_told / kPairs, at);
    ++m_told;
}

// Three lines in four go through without a wait; the fourth shows the buffer and the wait for it.
void TrafficStory::tellOf(unsigned pair, EventIndex step, Nanoseconds at)
{
    constexpr EventIndex kSteps = 10;
    const EventIndex place = step % kSteps;
    if (place % 2 == 0)
        m_line = fmt::format("line {} of the writer {}, at {} ns\n", step, pair, at);
    if (place == 6) {
        CallEntered waits;
        waits.call = Call::Read;
        waits.fd = kReadFd;
        waits.channel = pipeOf(pair);
        add(at, readerOf(pair), waits);
    } else if (place == 7) {
        add(at, writerOf(pair),
            StdioLevel { "stdout", kWriteFd, BufferMode::Full, m_line.size(), 0, kBuffer,
                { m_line }, false });
    } else if (place % 2 == 0) {
        add(at, writerOf(pair), BytesWritten { moved(pair, true, m_line) });
    } else {
        add(at, readerOf(pair), BytesRead { moved(pair, false, m_line) });
    }
}

} // namespace ipclab::bench
