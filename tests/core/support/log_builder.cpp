// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/log_builder.h"

#include <utility>

namespace ipclab::test {

LogBuilder& LogBuilder::add(int pid, EventBody body)
{
    Event event;
    event.at = m_now += kMillisecond;
    event.pid = Pid { pid };
    event.tid = Tid { m_tid != 0 ? std::exchange(m_tid, 0) : pid };
    event.body = body;
    m_log.append(event);
    apply(m_world, m_log[m_log.size() - 1]);
    return *this;
}

LogBuilder& LogBuilder::thread(int tid)
{
    m_tid = tid;
    return *this;
}

LogBuilder& LogBuilder::launch(int pid)
{
    return add(pid, ProcessStarted { Pid { 1 }, StartedBy::Launch, false });
}

LogBuilder& LogBuilder::launchSelf(int pid)
{
    return add(pid, ProcessStarted { Pid { 1 }, StartedBy::Launch, true });
}

LogBuilder& LogBuilder::fork(int parent, int child)
{
    return add(child, ProcessStarted { Pid { parent }, StartedBy::Fork, false });
}

LogBuilder& LogBuilder::exec(int pid, std::initializer_list<std::string_view> argv)
{
    std::string joined;
    for (const std::string_view word : argv)
        joined.append(word).push_back('\0');
    const std::string path = "/usr/bin/" + std::string(*argv.begin());
    return add(pid, ProgramExecuted { path, { joined } });
}

LogBuilder& LogBuilder::startThread(int pid, int tid)
{
    return thread(tid).add(pid, ThreadStarted {});
}

LogBuilder& LogBuilder::exit(int pid, int code)
{
    return add(pid, ProcessExited { code, {}, false });
}

LogBuilder& LogBuilder::reap(int pid, int by)
{
    return add(pid, ProcessReaped { Pid { by } });
}

LogBuilder& LogBuilder::adopt(int pid)
{
    return add(pid, ProcessAdopted {});
}

LogBuilder& LogBuilder::fails(int pid, Call call, int fd, int error)
{
    return add(pid, CallReturned { call, {}, ErrorNumber { error }, fd });
}

LogBuilder& LogBuilder::channel(unsigned id, ChannelKind kind, bool outside)
{
    return add(0, ChannelCreated { ChannelId { id }, kind, "channel", outside });
}

LogBuilder& LogBuilder::open(int pid, int fd, unsigned channel, Access access, End end)
{
    return add(pid, DescriptorOpened { fd, ChannelId { channel }, access, end, Call::Unknown, {} });
}

LogBuilder& LogBuilder::reads(int pid, int fd, unsigned pipe)
{
    return open(pid, fd, pipe, Access::Read, End::First);
}

LogBuilder& LogBuilder::writes(int pid, int fd, unsigned pipe)
{
    return open(pid, fd, pipe, Access::Write, End::Second);
}

LogBuilder& LogBuilder::holds(int pid, int fd, unsigned socket, End end)
{
    return open(pid, fd, socket, Access::ReadWrite, end);
}

LogBuilder& LogBuilder::close(int pid, int fd)
{
    return add(pid, DescriptorClosed { fd });
}

LogBuilder& LogBuilder::level(unsigned channel, std::uint64_t bytes, End end)
{
    return add(0, ChannelLevel { ChannelId { channel }, bytes, 65536, end });
}

namespace {

template <typename Moved> Moved moved(const World& world, int pid, int fd, std::uint64_t count)
{
    Moved body;
    body.fd = fd;
    body.requested = body.count = count;
    if (const Descriptor* const descriptor = world.descriptor(Pid { pid }, fd)) {
        body.channel = descriptor->channel;
        body.end = descriptor->end;
    }
    return body;
}

} // namespace

LogBuilder& LogBuilder::wrote(int pid, int fd, std::uint64_t count)
{
    return add(pid, moved<BytesWritten>(m_world, pid, fd, count));
}

LogBuilder& LogBuilder::gotBytes(int pid, int fd, std::uint64_t count)
{
    return add(pid, moved<BytesRead>(m_world, pid, fd, count));
}

LogBuilder& LogBuilder::pending(int pid, int fd, std::uint64_t bytes, std::string_view stream)
{
    return add(pid, StdioLevel { stream, fd, BufferMode::Full, bytes, 0, 4096, {}, false });
}

LogBuilder& LogBuilder::unread(int pid, int fd, std::uint64_t bytes, std::string_view stream)
{
    return add(pid, StdioLevel { stream, fd, BufferMode::Full, 0, bytes, 4096, {}, false });
}

LogBuilder& LogBuilder::waits(int pid, Call call, int fd)
{
    CallEntered entered;
    entered.call = call;
    entered.fd = fd;
    if (const Descriptor* const descriptor = m_world.descriptor(Pid { pid }, fd))
        entered.channel = descriptor->channel;
    return waits(pid, entered);
}

LogBuilder& LogBuilder::waits(int pid, CallEntered call)
{
    return add(pid, call);
}

LogBuilder& LogBuilder::waitsForLock(int pid, std::optional<int> owner)
{
    LockWaiting lock { 0x1000, {} };
    if (owner)
        lock.owner = Tid { *owner };
    return add(pid, lock);
}

LogBuilder& LogBuilder::waitsForWord(int pid, const std::vector<Pid>& sharedBy)
{
    return add(pid, LockWaiting { 0x1000, {}, LockKind::Word, sharedBy, false, {} });
}

LogBuilder& LogBuilder::handles(int pid, int signal)
{
    return add(pid, SignalActionSet { { signal }, SignalAction::Handler });
}

LogBuilder& LogBuilder::returned(int pid, Call call)
{
    CallReturned body;
    body.call = call;
    body.result = 0;
    return add(pid, body);
}

LogBuilder& LogBuilder::signalSent(int from, int to, int signal)
{
    return add(from, SignalSent { Pid { to }, { signal } });
}

World LogBuilder::world() const
{
    return m_world;
}

} // namespace ipclab::test
