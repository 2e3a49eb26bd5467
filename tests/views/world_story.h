// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/findings.h"
#include "ipc-core/log/event_log.h"
#include "tests/views/moved_bytes.h"
#include "views/common/time_cursor.h"

#include <map>
#include <string>
#include <vector>

namespace ipclab {

// Tells a real log what happened, a line a fact, and shows it through a TimeCursor. The World is
// whatever the fold makes of it.
class Story {
public:
    EventLog log;
    World world; // after what was told

    void at(double seconds) { m_now = static_cast<Nanoseconds>(seconds * 1e9); }
    [[nodiscard]] double seconds() const { return static_cast<double>(m_now) / 1e9; }
    void tell(int pid, const EventBody& body) { tell(pid, pid, body); }
    void tell(int pid, int tid, const EventBody& body)
    {
        const Event event { m_now, Pid { pid }, Tid { tid }, body };
        log.append(event);
        apply(world, event);
    }

    void lab(int pid) { tell(pid, ProcessStarted { {}, StartedBy::Launch, true }); }
    void launch(
        int pid, int parent, const std::vector<std::string>& argv, StartedBy by = StartedBy::Launch)
    {
        tell(pid, ProcessStarted { Pid { parent }, by, false });
        exec(pid, argv);
    }
    void exec(int pid, const std::vector<std::string>& argv)
    {
        std::string joined;
        for (const std::string& word : argv)
            joined += word + '\0';
        tell(pid,
            ProgramExecuted {
                "/usr/bin/" + argv.front().substr(argv.front().rfind('/') + 1), { joined } });
    }
    void channel(unsigned id, ChannelKind kind, std::string_view name = {},
        std::optional<std::uint64_t> capacity = {})
    {
        tell(m_teller, ChannelCreated { ChannelId { id }, kind, name });
        if (capacity)
            tell(m_teller, ChannelLevel { ChannelId { id }, 0, capacity });
    }
    void pipe(unsigned id) { channel(id, ChannelKind::Pipe, "pipe:[8812]", 65536); }
    void open(int pid, int fd, unsigned channel, Access access, End end = End::First)
    {
        DescriptorOpened opened;
        opened.fd = fd;
        opened.channel = ChannelId { channel };
        opened.access = access;
        opened.end = end;
        tell(pid, opened);
    }
    void terminal(unsigned id, int lab, int fd)
    {
        channel(id, ChannelKind::Pty, "/dev/pts/3", 4096);
        open(lab, fd, id, Access::ReadWrite, End::First);
    }
    void onTerminal(int pid, unsigned id)
    {
        for (const int fd : { 0, 1, 2 })
            open(pid, fd, id, Access::ReadWrite, End::Second);
    }
    void write(int pid, int fd, unsigned channel, std::string_view text, End end = End::First)
    {
        tell(pid, BytesWritten { movedBytes(fd, channel, end, Call::Write, text) });
    }
    void read(int pid, int fd, unsigned channel, std::string_view text, End end = End::First)
    {
        tell(pid, BytesRead { movedBytes(fd, channel, end, Call::Read, text) });
    }
    void enter(int pid, Call call, std::optional<int> fd = {}, unsigned channel = 0)
    {
        CallEntered entered;
        entered.call = call;
        entered.fd = fd;
        entered.channel = ChannelId { channel };
        tell(pid, entered);
    }
    void leave(int pid, Call call)
    {
        CallReturned returned;
        returned.call = call;
        returned.result = 0;
        tell(pid, returned);
    }
    void waitInRead(int pid, int fd, unsigned channel) { enter(pid, Call::Read, fd, channel); }
    void sleep(int pid, double seconds)
    {
        CallEntered entered;
        entered.call = Call::ClockNanosleep;
        entered.timeout = static_cast<Nanoseconds>(seconds * 1e9);
        tell(pid, entered);
    }
    void stdio(int pid, int fd, std::string_view stream, std::string_view pending,
        std::string_view unread = {})
    {
        // Of Python, what it keeps as text and as bytes together.
        const std::uint64_t capacity = stream.starts_with("sys.") ? 8192 + 4096 : 8192;
        tell(pid,
            StdioLevel { stream, fd, BufferMode::Full, pending.size(), unread.size(), capacity,
                Payload { pending.empty() ? unread : pending } });
    }
    void noteFindings()
    {
        for (const Finding& found : findings(world))
            tell(0, FindingBegan { { found.kind, found.pids, found.channels } });
    }
    void show(TimeCursor& cursor)
    {
        cursor.setLog(&log);
        while (cursor.advance()) { }
        cursor.setGrowing(false); // durations stand still: what is shown can be compared
    }

private:
    Nanoseconds m_now = 0;
    int m_teller = 1;
};

// reader.py started writer.py and reads what it prints; the writer prints and sleeps. 58 bytes are
// still in the writer's own buffer.
void tellDelayedOutput(Story& story);
// parent.py and child.py wait for each other; the 31 bytes that would go on are in child's buffer.
void tellEndlessDialog(Story& story);
// parent.py started one.py (of three threads) and two.py, which leaves its child a zombie; all on
// one terminal.
void tellFamily(Story& story);
// A shell with so many children in pipelines of random length.
void tellCrowd(Story& story, int processes, unsigned seed);

} // namespace ipclab
