// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/analysis/deadlock_model.h"

namespace ipclab::test {

namespace {

using Doing = Scene::Doing;

constexpr int kReadFd = 10; // plus the queue
constexpr int kWriteFd = 20;

unsigned channelOf(int queue)
{
    return static_cast<unsigned>(queue) + 1;
}

CallEntered callOf(const Scene::Thread& thread, const std::vector<int>& fds)
{
    CallEntered entered;
    switch (thread.doing) {
    case Doing::Running:
        break;
    case Doing::Sleeping:
        entered.call = Call::ClockNanosleep;
        entered.timeout = kSecond;
        break;
    case Doing::Reading:
        entered.call = Call::Read;
        entered.fd = kReadFd + thread.queue;
        entered.channel = ChannelId { channelOf(thread.queue) };
        break;
    case Doing::Writing:
        entered.call = Call::Write;
        entered.fd = kWriteFd + thread.queue;
        entered.channel = ChannelId { channelOf(thread.queue) };
        break;
    case Doing::Polling:
        entered.call = Call::Poll;
        entered.fds = fds;
        break;
    case Doing::Waiting:
        entered.call = Call::Wait4;
        entered.child = Pid { thread.child < 0 ? -1 : pidOf(thread.child) };
        break;
    case Doing::Locking:
        entered.call = Call::Futex;
        break;
    }
    return entered;
}

DescriptorOpened opened(int fd, int queue, Access access)
{
    DescriptorOpened body;
    body.fd = fd;
    body.channel = ChannelId { channelOf(queue) };
    body.access = access;
    body.end = access == Access::Read ? End::First : End::Second;
    return body;
}

} // namespace

int pidOf(int process)
{
    return 100 + process;
}

// The first thread of a process has its number.
int tidOf(const Scene& scene, int thread)
{
    const int process = scene.threads[static_cast<std::size_t>(thread)].process;
    return thread == process ? pidOf(process) : 200 + thread;
}

// Straight into a World: five thousand logs would take their time.
World worldOf(const Scene& scene)
{
    World world;
    const auto happens = [&](int pid, int tid, const EventBody& body) {
        apply(world, Event { world.now + kMillisecond, Pid { pid }, Tid { tid }, body });
    };
    for (std::size_t queue = 0; queue < scene.full.size(); ++queue) {
        const ChannelId channel { channelOf(static_cast<int>(queue)) };
        happens(0, 0, ChannelCreated { channel, ChannelKind::Pipe, "pipe", false });
        happens(0, 0, ChannelLevel { channel, scene.full[queue] ? 65536U : 0U, 65536, {} });
    }
    for (int i = 0; i < static_cast<int>(scene.processes.size()); ++i) {
        const Scene::Process& process = scene.processes[static_cast<std::size_t>(i)];
        const int pid = pidOf(i);
        const int parent = process.parent < 0 ? 1 : pidOf(process.parent);
        happens(pid, pid, ProcessStarted { Pid { parent }, StartedBy::Launch, false });
        for (const int queue : process.reads)
            happens(pid, pid, opened(kReadFd + queue, queue, Access::Read));
        for (const int queue : process.writes)
            happens(pid, pid, opened(kWriteFd + queue, queue, Access::Write));
    }
    for (int i = 0; i < static_cast<int>(scene.threads.size()); ++i) {
        const Scene::Thread& thread = scene.threads[static_cast<std::size_t>(i)];
        const int pid = pidOf(thread.process);
        const int tid = tidOf(scene, i);
        std::vector<int> fds;
        for (const int queue : thread.queues)
            fds.push_back(kReadFd + queue);
        happens(pid, tid, ThreadStarted {});
        if (thread.doing != Doing::Running)
            happens(pid, tid, callOf(thread, fds));
        if (thread.doing == Doing::Locking)
            happens(pid, tid, LockWaiting { 0x1000, Tid { tidOf(scene, thread.owner) } });
    }
    return world;
}

} // namespace ipclab::test
