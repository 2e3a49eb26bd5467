// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab::test {

// Writes a log as a story: each call is one event, a millisecond after the last. Numbers are plain;
// what a process does, its first thread does, unless `thread` said another.
class LogBuilder {
public:
    LogBuilder& add(int pid, EventBody body);
    LogBuilder& thread(int tid); // for the next event only

    LogBuilder& launch(int pid);
    LogBuilder& launchSelf(int pid); // IPC Lab itself
    LogBuilder& fork(int parent, int child);
    LogBuilder& exec(int pid, std::initializer_list<std::string_view> argv);
    LogBuilder& startThread(int pid, int tid);
    LogBuilder& exit(int pid, int code = 0);
    LogBuilder& reap(int pid, int by);
    LogBuilder& adopt(int pid);
    LogBuilder& fails(int pid, Call call, int fd, int error);

    LogBuilder& channel(unsigned id, ChannelKind kind = ChannelKind::Pipe, bool outside = false);
    LogBuilder& open(int pid, int fd, unsigned channel, Access access, End end = End::First);
    LogBuilder& reads(int pid, int fd, unsigned pipe); // opens the read end
    LogBuilder& writes(int pid, int fd, unsigned pipe); // opens the write end
    LogBuilder& holds(int pid, int fd, unsigned socket, End end); // opens an end, both ways
    LogBuilder& close(int pid, int fd);
    LogBuilder& level(unsigned channel, std::uint64_t bytes, End end = End::First);
    LogBuilder& wrote(int pid, int fd, std::uint64_t count);
    LogBuilder& gotBytes(int pid, int fd, std::uint64_t count);
    LogBuilder& pending(int pid, int fd, std::uint64_t bytes, std::string_view stream = "stdout");
    LogBuilder& unread(int pid, int fd, std::uint64_t bytes, std::string_view stream = "stdin");

    LogBuilder& waits(int pid, Call call, int fd);
    LogBuilder& waits(int pid, CallEntered call);
    LogBuilder& waitsForLock(int pid, std::optional<int> owner);
    LogBuilder& waitsForWord(int pid, const std::vector<Pid>& sharedBy); // whose owner none knows
    LogBuilder& handles(int pid, int signal);
    LogBuilder& returned(int pid, Call call);
    LogBuilder& signalSent(int from, int to, int signal);

    [[nodiscard]] const EventLog& log() const { return m_log; }
    [[nodiscard]] World world() const; // after all of it

private:
    EventLog m_log;
    World m_world; // to know which channel is behind a descriptor
    Nanoseconds m_now = 0;
    int m_tid = 0;
};

} // namespace ipclab::test
