// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"

#include <string_view>

namespace ipclab::bench {

constexpr Nanoseconds kApart = 20'000; // 50 000 events a second

// Pairs of a writer and a reader, each with a pipe; the reader waits now and then: where a file is
// named, in a line of it.
class Talk {
public:
    static constexpr int kProcesses = 40;
    static constexpr int kFirstPid = 4711;

    explicit Talk(EventLog& log, std::string_view file = {})
        : m_log(log)
        , m_file(file)
    {
        for (int i = 0; i < kProcesses; ++i) {
            add(kFirstPid + i, ProcessStarted { Pid { i < 2 ? 0 : kFirstPid }, StartedBy::Fork });
            add(kFirstPid + i, ProgramExecuted { "/usr/bin/talk", { { "talk\0", 5 } } });
            const ChannelId pipe = pipeOf(i);
            if (i % 2 == 0)
                add(kFirstPid + i, ChannelCreated { pipe, ChannelKind::Pipe, "pipe:[1]" });
            add(kFirstPid + i,
                DescriptorOpened { 3, pipe, i % 2 == 0 ? Access::Write : Access::Read,
                    i % 2 == 0 ? End::Second : End::First, Call::Pipe2, {} });
        }
    }

    void tell(EventIndex events)
    {
        for (EventIndex i = 0; i < events; ++i)
            tellNext();
    }

private:
    static constexpr EventIndex kLines = 30; // of the file

    static ChannelId pipeOf(int process)
    {
        return ChannelId { static_cast<std::uint32_t>(process / 2 + 1) };
    }
    void add(int pid, const EventBody& body)
    {
        m_log.append({ m_now, Pid { pid }, Tid { pid }, body });
    }
    void tellNext()
    {
        m_now += kApart;
        const int pair = static_cast<int>(m_told / 3 % (kProcesses / 2));
        const int writer = kFirstPid + 2 * pair;
        BytesMoved moved;
        moved.fd = 3;
        moved.channel = pipeOf(2 * pair);
        moved.requested = moved.count = 16;
        if (m_told % 3 == 0) {
            CallEntered waits;
            waits.call = Call::Read;
            waits.fd = 3;
            waits.channel = moved.channel;
            add(writer + 1, waits);
            if (!m_file.empty())
                add(writer + 1,
                    LineKnown { m_file, 1 + static_cast<std::uint32_t>(m_told % kLines) });
        } else if (m_told % 3 == 1) {
            moved.end = End::Second;
            moved.call = Call::Write;
            add(writer, BytesWritten { moved });
        } else {
            moved.call = Call::Read;
            add(writer + 1, BytesRead { moved });
        }
        ++m_told;
    }

    EventLog& m_log;
    const std::string_view m_file;
    Nanoseconds m_now = 0;
    EventIndex m_told = 0;
};

} // namespace ipclab::bench
