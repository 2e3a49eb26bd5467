// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/analysis/deadlock_model.h"
#include "tests/core/support/log_builder.h"

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

World worldOf(const Scene& scene)
{
    LogBuilder log;
    for (std::size_t queue = 0; queue < scene.full.size(); ++queue) {
        const unsigned channel = channelOf(static_cast<int>(queue));
        log.channel(channel).level(channel, scene.full[queue] ? 65536 : 0);
    }
    for (int i = 0; i < static_cast<int>(scene.processes.size()); ++i) {
        const Scene::Process& process = scene.processes[static_cast<std::size_t>(i)];
        const int parent = process.parent < 0 ? 1 : pidOf(process.parent);
        log.add(pidOf(i), ProcessStarted { Pid { parent }, StartedBy::Launch, false });
        for (const int queue : process.reads)
            log.reads(pidOf(i), kReadFd + queue, channelOf(queue));
        for (const int queue : process.writes)
            log.writes(pidOf(i), kWriteFd + queue, channelOf(queue));
    }
    for (int i = 0; i < static_cast<int>(scene.threads.size()); ++i) {
        const Scene::Thread& thread = scene.threads[static_cast<std::size_t>(i)];
        const int pid = pidOf(thread.process);
        const int tid = tidOf(scene, i);
        if (tid != pid)
            log.startThread(pid, tid);
        std::vector<int> fds;
        for (const int queue : thread.queues)
            fds.push_back(kReadFd + queue);
        if (thread.doing != Doing::Running)
            log.thread(tid).waits(pid, callOf(thread, fds));
        if (thread.doing == Doing::Locking)
            log.thread(tid).waitsForLock(pid, tidOf(scene, thread.owner));
    }
    return log.world();
}

} // namespace ipclab::test
