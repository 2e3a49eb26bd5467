// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/lock_facts.h"

#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/program_facts.h"

#include <linux/futex.h>

namespace ipclab {

namespace {

constexpr std::uint32_t kLockedWithWaiters = 2; // glibc's lowlevellock.h
constexpr std::uint32_t kMostTid = 4194304; // no TID is above, proc(5) on pid_max
constexpr std::uint32_t kMostUsers = 0x4000; // the upper half of a pointer to a stack is more
constexpr std::uint32_t kMostKind = 0x400; // pthread_mutexattr(3) and glibc's own flags

std::uint32_t command(const FutexCall& call)
{
    return call.operation & static_cast<std::uint32_t>(FUTEX_CMD_MASK);
}

std::optional<Tid> threadNumber(std::uint32_t word)
{
    const std::uint32_t number = word & FUTEX_TID_MASK;
    if (number == 0 || number >= kMostTid)
        return std::nullopt;
    return Tid { static_cast<std::int32_t>(number) };
}

std::optional<Pid> processOfLiving(Tid tid)
{
    const auto kin = kinshipOf(tid);
    const char state = kin ? stateLetter(kin->process, tid) : '?';
    const bool lives = state != '?' && state != 'Z' && state != 'X';
    return lives ? std::optional(kin->process) : std::nullopt;
}

// PTHREAD_MUTEX_RECURSIVE_NP and PTHREAD_MUTEX_ERRORCHECK_NP are 1 and 2, <pthread.h>.
bool checksOwner(std::uint32_t kind)
{
    constexpr std::uint32_t kTypes = 3;
    return (kind & kTypes) == 1 || (kind & kTypes) == 2;
}

// The words lie as we know them; musl's and those of static programs, which may be anybody's, do
// not, nor do those of 32 bits.
bool isOfKnownLibrary(Pid pid)
{
    const ProgramFacts facts = programFacts(pid);
    return !facts.foreign && !facts.isStatic && !facts.otherLibrary;
}

// lock, count, owner, users, kind
bool hasUsersAndKind(std::span<const std::uint32_t> words)
{
    return words.size() >= 5 && words[3] >= 1 && words[3] < kMostUsers && words[4] < kMostKind;
}

bool looksLikeMutex(std::span<const std::uint32_t> words)
{
    return hasUsersAndKind(words) && words[0] == kLockedWithWaiters;
}

// The word of any other lock may be its owner's number; of these it is there twice.
bool looksLikeRobust(std::span<const std::uint32_t> words)
{
    constexpr std::uint32_t kRobust = 16; // PTHREAD_MUTEX_ROBUST_NORMAL_NP of glibc
    return hasUsersAndKind(words) && (words[4] & kRobust) != 0 && words[2] != 0
        && words[2] == (words[0] & FUTEX_TID_MASK) && threadNumber(words[0]);
}

} // namespace

bool FutexCall::ofOneProcess() const
{
    return (operation & FUTEX_PRIVATE_FLAG) != 0;
}

FutexCall futexCall(const std::array<std::uint64_t, 6>& args)
{
    return { args[0], static_cast<std::uint32_t>(args[1]), static_cast<std::uint32_t>(args[2]) };
}

LockSigns lockSigns(const FutexCall& call, std::span<const std::uint32_t> words)
{
    if (words.empty())
        return {};
    const std::uint32_t asked = command(call);
    if (asked == FUTEX_LOCK_PI || asked == FUTEX_LOCK_PI2)
        return { LockKind::Mutex, threadNumber(words[0]), true, false, true };
    if ((call.value & FUTEX_WAITERS) != 0 && words[0] == call.value && looksLikeRobust(words))
        return { LockKind::Mutex, threadNumber(call.value), true, false, false };
    if (call.value == kLockedWithWaiters && looksLikeMutex(words))
        return { LockKind::Mutex, threadNumber(words[2]), false, !checksOwner(words[4]), false };
    const bool maybeJoin = !call.ofOneProcess() && words[0] == call.value;
    if (maybeJoin && threadNumber(call.value))
        return { LockKind::Join, threadNumber(call.value), false, false, false };
    return {};
}

LockFacts lockFacts(Pid pid, Tid tid, const FutexCall& call)
{
    FutexWords words {};
    const std::size_t got = readMemory(tid, call.address, words.data(), sizeof words);
    const LockSigns signs = lockSigns(call, std::span(words).first(got / sizeof(std::uint32_t)));
    LockFacts facts;
    if (!call.ofOneProcess()) {
        auto mapping = mappingAt(mapsOf(pid), call.address);
        facts.unseen = !mapping;
        if (mapping && mapping->shared)
            facts.shared = std::move(mapping);
    }
    const auto of = signs.owner ? processOfLiving(*signs.owner) : std::nullopt;
    if (!of || (!signs.ofKernel && !isOfKnownLibrary(pid)))
        return facts;
    // A word that only this process has names a thread of it, or is no such thing.
    if ((!facts.shared && *of != pid) || (facts.shared && signs.kind == LockKind::Join))
        return facts;
    if (facts.shared && *of != pid && !mapsToo(mapsOf(*of), *facts.shared))
        return facts; // it has a number that somebody wrote who uses others
    facts.kind = signs.kind;
    facts.owner = signs.owner;
    facts.ownerPid = of;
    facts.robust = signs.robust;
    facts.unchecked = signs.unchecked;
    return facts;
}

} // namespace ipclab
