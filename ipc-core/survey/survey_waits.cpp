// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/transfer.h"
#include "ipc-core/capture/wait_facts.h"
#include "ipc-core/survey/survey.h"

namespace ipclab {

namespace {

bool waits(TaskState state)
{
    return state == TaskState::Sleeping || state == TaskState::DiskSleep;
}

// vfork(2), and what posix_spawn(3) makes of clone(2) and clone3(2): until the child is on its own
// its parent is in state D.
bool isVfork(Call call, TaskState state)
{
    return call == Call::Vfork
        || (state == TaskState::DiskSleep && (call == Call::Clone || call == Call::Clone3));
}

// What an epoll set watches: a number may mean another file than when it was added, so it counts
// only if the inode is the same; else it is -1, which nobody knows anything about.
std::vector<int> membersOf(Pid pid, int set)
{
    const DescriptorInfo info = descriptorInfo(pid, set);
    std::vector<int> fds;
    for (const EpollMember& member : info.members) {
        const auto facts = fileFacts(pid, member.fd);
        fds.push_back(facts && facts->inode == member.inode ? member.fd : -1);
    }
    if (info.membersLeftOut || fds.empty())
        fds.push_back(-1);
    return fds;
}

bool isEpollWait(Call call)
{
    return call == Call::EpollWait || call == Call::EpollPwait || call == Call::EpollPwait2;
}

} // namespace

void Survey::examineThread(Pid pid, Tid tid)
{
    const std::string stamp = stillnessStamp(pid, tid);
    const auto stat = statOf(pid, tid);
    const Result<TaskCall> seen = callOf(pid, tid);
    if (!stat || stat->state == TaskState::Zombie)
        return;
    m_stamps[pid][tid] = stamp;
    if (tid != firstThread(pid))
        m_recorder.record(pid, tid, ThreadStarted {});
    if (!seen || seen->running || !waits(stat->state))
        return;
    OpenCall call;
    call.call = m_callsKnown && seen->number >= 0
        ? m_calls.callOf(static_cast<std::uint64_t>(seen->number))
        : Call::Unknown;
    call.args = seen->args;
    recordWait(pid, tid, call, stat->state);
}

void Survey::recordWait(Pid pid, Tid tid, OpenCall call, TaskState state)
{
    CallEntered entered;
    std::vector<int> fds;
    if (isVfork(call.call, state))
        call.call = Call::Vfork;
    else if (auto facts = waitFacts(tid, call, fds))
        entered = *facts;
    entered.call = call.call;
    if (namesDescriptor(call.call) && call.call != Call::Unknown) {
        entered.fd = static_cast<int>(call.args[0]);
        if (const auto end = m_finder.identify(pid, *entered.fd))
            entered.channel = end->channel;
    }
    if (isEpollWait(call.call))
        fds = membersOf(pid, static_cast<int>(call.args[0]));
    if (const auto transfer = transferOf(call.call))
        entered.requested = transferSize(tid, call, *transfer);
    entered.fds = fds;
    m_recorder.record(pid, tid, entered);
    followCall(pid, tid, call, entered);
}

void Survey::followCall(Pid pid, Tid tid, const OpenCall& call, const CallEntered& entered)
{
    if (entered.child || call.call == Call::Vfork)
        return followChildren(pid, entered.child.value_or(Pid { -1 }));
    for (const int fd : entered.fds)
        follow(pid, tid, fd, { true, true });
    if (const auto transfer = transferOf(call.call); transfer && entered.fd)
        follow(pid, tid, *entered.fd, { !transfer->write, transfer->write });
}

void Survey::follow(Pid pid, Tid tid, int fd, Interest interest)
{
    m_finder.recordLevel(pid, tid, fd, m_pidfd);
    for (const Pid waker : m_finder.wakers(pid, fd, interest))
        enqueue(waker);
}

void Survey::followChildren(Pid pid, Pid wanted)
{
    if (m_children.empty()) {
        for (const Pid one : m_finder.index().processes()) {
            if (const auto stat = statOf(one))
                m_children.emplace(stat->parent, one);
        }
    }
    const auto [begin, end] = m_children.equal_range(pid);
    for (auto child = begin; child != end; ++child) {
        if (wanted.value <= 0 || wanted == child->second)
            enqueue(child->second);
    }
}

} // namespace ipclab
