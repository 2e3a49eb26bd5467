// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Waits whose end is not behind a descriptor: locks, children.
#include "ipc-core/capture/file_locks.h"
#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/lock_facts.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/system_v.h"
#include "ipc-core/survey/survey.h"
#include "ipc-core/survey/unseen.h"

namespace ipclab {

LockFacts Survey::factsOf(Pid pid, Tid tid, const FutexCall& futex) const
{
    LockFacts facts = lockFacts(pid, tid, futex);
    if (m_elsewhere) { // the word has the number of another namespace
        facts.kind = LockKind::Word;
        facts.owner.reset();
        facts.ownerPid.reset();
    }
    return facts;
}

ChannelId Survey::channelOf(Pid pid, const OpenCall& call, const LockFacts& lock)
{
    if (const auto key = systemVKey(call.call, call.args[0]))
        return m_finder.systemV(pid, *key);
    return lock.shared ? m_finder.memory(pid, *lock.shared) : ChannelId {};
}

// Whoever knows the key may use it.
void Survey::recordSystemV(Pid pid, Tid tid, const OpenCall& call)
{
    LockWaiting said;
    said.lock = systemVKind(call.call);
    said.id = call.fd();
    said.outside = true;
    m_recorder.record(pid, tid, said);
    const ChannelKey key = *systemVKey(call.call, call.args[0]);
    const auto bytes = key.kind == ChannelKind::Queue ? systemVBytes(pid, key) : std::nullopt;
    if (bytes)
        m_recorder.record(pid, tid, ChannelLevel { m_finder.systemV(pid, key), *bytes, {} });
}

void Survey::recordFutex(Pid pid, Tid tid, const FutexCall& futex, const LockFacts& facts)
{
    LockWaiting said;
    said.address = futex.address;
    said.lock = facts.kind;
    said.owner = facts.owner;
    const bool byAnybody = !facts.owner || facts.unchecked;
    said.unchecked = facts.unchecked;
    Sharers sharers;
    if (byAnybody && facts.shared && isAnonymous(*facts.shared))
        sharers = sharersOf(*facts.shared);
    else if (byAnybody) // who else has memory by a name is not looked for
        sharers = { sharersOfMemory(pid), facts.shared.has_value() };
    else if (facts.robust)
        sharers.pids.push_back(*facts.ownerPid);
    said.pids = sharers.pids;
    said.outside = facts.unseen || sharers.outside;
    m_recorder.record(pid, tid, said);
    if (facts.ownerPid)
        enqueue(*facts.ownerPid);
}

// Any thread may touch a word: those of the process, and of another with the same memory, which
// clone(2) makes with CLONE_VM.
const std::vector<Pid>& Survey::sharersOfMemory(Pid pid)
{
    const auto [known, isNew] = m_memories.try_emplace(pid);
    if (!isNew)
        return known->second;
    known->second.push_back(pid);
    for (const Pid one : m_finder.index().processes()) {
        if (one != pid && shareMemory(pid, one).value_or(false)) {
            known->second.push_back(one);
            enqueue(one);
        }
    }
    return known->second;
}

// Of memory that only those have who were forked with it, mmap(2).
const Survey::Sharers& Survey::sharersOf(const Mapping& anonymous)
{
    const auto [known, isNew] = m_sharers.try_emplace({ anonymous.device, anonymous.inode });
    Sharers& sharers = known->second;
    if (!isNew)
        return sharers;
    for (const Pid one : m_finder.index().processes()) {
        if (mapsToo(mapsOf(one), anonymous)) {
            sharers.pids.push_back(one);
            enqueue(one);
        }
    }
    sharers.outside = mayHaveUnseenHolders(m_finder.index(), sharers.pids);
    return sharers;
}

void Survey::recordFileLock(Pid pid, Tid tid, int fd)
{
    LockWaiting said;
    said.lock = LockKind::File;
    const auto facts = fileFacts(pid, fd);
    const auto held = facts ? locksWaitedFor(fileLocks(readFileLocks()), pid, facts->inode)
                            : std::vector<FileLock> {};
    std::vector<Pid> pids;
    said.outside = held.empty();
    for (const FileLock& lock : held) {
        // All who inherited a description have its lock; those are not looked for.
        said.outside = said.outside || lock.of == FileLockOf::Description;
        if (lock.pid > 0) {
            pids.push_back(Pid { lock.pid });
            enqueue(Pid { lock.pid });
        }
    }
    if (pids.size() == 1)
        said.owner = firstThread(pids.front());
    said.pids = pids;
    m_recorder.record(pid, tid, said);
}

const std::multimap<Pid, Pid>& Survey::children()
{
    if (m_children.empty()) {
        for (const Pid one : m_finder.index().processes()) {
            if (const auto stat = statOf(one))
                m_children.emplace(stat->parent, one);
        }
    }
    return m_children;
}

Pid Survey::vforkChild(Pid pid)
{
    const auto [begin, end] = children().equal_range(pid);
    for (auto child = begin; child != end; ++child) {
        if (shareMemory(pid, child->second).value_or(false))
            return child->second;
    }
    return Pid { -1 }; // any
}

void Survey::followChildren(Pid pid, Pid wanted)
{
    const auto [begin, end] = children().equal_range(pid);
    for (auto child = begin; child != end; ++child) {
        if (wanted.value <= 0 || wanted == child->second)
            enqueue(child->second);
    }
}

} // namespace ipclab
