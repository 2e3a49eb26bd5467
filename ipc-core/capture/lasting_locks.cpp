// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: of waits that last, those for a lock.
#include "ipc-core/capture/lasting_waits.h"
#include "ipc-core/capture/lock_facts.h"
#include "ipc-core/capture/proc_fs.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace ipclab {

namespace {

// Two that read may have the same.
bool isSameLock(const FileLock& one, const FileLock& other)
{
    return one.waits == other.waits && one.of == other.of && one.pid == other.pid
        && one.inode == other.inode && one.what == other.what;
}

} // namespace

void LastingWaits::lookAtFutex(TracedProcess& process, TracedThread& thread, bool completely)
{
    OpenCall& call = *thread.call;
    const FutexCall futex = futexCall(call.args);
    // Who has its memory changes rarely, and is dear to find out; its owner may change any time.
    const bool known
        = call.lockSaid && call.seenMade == m_tracees.made && !completely && !futex.ofOneProcess();
    if (known && !call.lockSaid->owner)
        return;
    call.seenMade = m_tracees.made;
    LockFacts facts = lockFacts(process.pid, thread.tid, futex);
    if (process.names.elsewhere()) { // the word has the number of another namespace
        facts.kind = LockKind::Word;
        facts.owner.reset();
    }
    if (known && facts.unchecked && call.lockSaid->owner == facts.owner)
        return;
    LockSaid said;
    said.address = futex.address;
    said.kind = facts.kind;
    if (facts.owner) {
        const TracedProcess* const of = m_tracees.process(*facts.ownerPid);
        said.owner = facts.owner;
        said.outside = !of || !of->threads.contains(*facts.owner);
        said.unchecked = facts.unchecked;
        if (facts.robust && facts.shared) // any thread there may end its process
            said.pids.push_back(*facts.ownerPid);
    }
    const bool mayBeCancelled
        = facts.kind == LockKind::Join && m_cancelling.mayHappenIn(process.pid);
    if (!facts.owner || facts.unchecked || mayBeCancelled)
        addSharers(process, facts, said);
    said.outside = said.outside || facts.unseen;
    say(process, thread, std::move(said));
}

void LastingWaits::addSharers(const TracedProcess& process, const LockFacts& facts, LockSaid& said)
{
    if (facts.shared) {
        const MemorySharers::Answer sharers = m_sharers.of(*facts.shared, m_afresh);
        said.pids = sharers.pids;
        said.outside = said.outside || sharers.outside;
        return;
    }
    for (const auto& [pid, other] : m_tracees.processes) {
        if (other.memory == process.memory)
            said.pids.push_back(pid);
    }
}

void LastingWaits::lookAtFileLock(TracedProcess& process, TracedThread& thread)
{
    const OpenCall& call = *thread.call;
    LockSaid said;
    said.kind = LockKind::File;
    const auto facts = fileFacts(process.pid, call.fd());
    const ChannelEnd* const end = m_decoder.endOf(process, thread.tid, call.fd());
    const std::vector<FileLock> locks = fileLocks(readFileLocks());
    const auto held
        = facts ? locksWaitedFor(locks, process.pid, facts->inode) : std::vector<FileLock> {};
    said.outside = held.empty() || !end;
    for (const FileLock& lock : held) {
        const Pid holder { lock.pid };
        const bool ours = m_tracees.process(holder) != nullptr;
        if (ours) {
            said.pids.push_back(holder);
            said.owner = firstThread(holder);
        }
        if (lock.of == FileLockOf::Process || !end) {
            said.outside = said.outside || !ours;
            continue;
        }
        // All who inherited the description hold the lock; who has made it must be among them. Of
        // some locks that is not told, fcntl_locking(2): then it must be theirs beyond doubt.
        std::vector<Pid> holders;
        addHoldersOf(end->channel, holders);
        const auto same = [&lock](const FileLock& other) { return isSameLock(lock, other); };
        const bool theirs = lock.pid != -1
            ? std::ranges::find(holders, holder) != holders.end()
            : std::ranges::count_if(locks, same) == 1 && isHeldByOurs(lock, end->channel);
        // Or a stranger has got the description from them, or they from a stranger.
        said.outside = said.outside || !theirs || m_decoder.mayBeHeldOutside(end->channel);
        said.pids.insert(said.pids.end(), holders.begin(), holders.end());
    }
    if (held.size() != 1)
        said.owner.reset();
    std::ranges::sort(said.pids);
    said.pids.erase(std::unique(said.pids.begin(), said.pids.end()), said.pids.end());
    say(process, thread, std::move(said));
}

bool LastingWaits::isHeldByOurs(const FileLock& lock, ChannelId channel) const
{
    const auto same = [&lock](const FileLock& other) { return isSameLock(lock, other); };
    return std::ranges::any_of(m_tracees.processes, [&](const auto& each) {
        return std::ranges::any_of(*each.second.descriptors, [&](const auto& entry) {
            return entry.second.channel == channel
                && std::ranges::any_of(locksHeldAt(each.first, entry.first), same);
        });
    });
}

void LastingWaits::addHoldersOf(ChannelId channel, std::vector<Pid>& pids) const
{
    for (const auto& [pid, process] : m_tracees.processes) {
        if (std::ranges::any_of(*process.descriptors,
                [channel](const auto& entry) { return entry.second.channel == channel; }))
            pids.push_back(pid);
    }
}

} // namespace ipclab
