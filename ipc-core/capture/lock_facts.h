// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/proc_maps.h"
#include "ipc-core/events/words.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace ipclab {

// The arguments of a futex(2) call that waits.
struct FutexCall {
    std::uint64_t address = 0;
    std::uint32_t operation = 0;
    std::uint32_t value = 0; // what it expected to find there

    [[nodiscard]] bool ofOneProcess() const; // FUTEX_PRIVATE_FLAG
};
FutexCall futexCall(const std::array<std::uint64_t, 6>& args);

// What is at the address: the first words of what may be a pthread_mutex_t.
using FutexWords = std::array<std::uint32_t, 5>;

// Who holds it, by the word itself, as far as one may believe it: whether there is such a thread is
// not known yet. The signatures are those of glibc on 64 bits: a mutex waits with the value 2 and
// has its owner 8 bytes on (stdio's lock waits alike, and has a pointer there); where the owner's
// end or its priority counts the word itself is its number, futex(2); a join waits until the
// kernel clears the thread's own number.
struct LockSigns {
    LockKind kind = LockKind::Word;
    std::optional<Tid> owner;
    bool robust = false; // the owner's end, too, hands it on
    // Of a normal or an adaptive mutex nobody asks who unlocks it. POSIX leaves it undefined that
    // another than its owner does, pthread_mutex_lock(3); glibc lets it, and programs do it: they
    // wait at a mutex of their own until they are told to go on.
    bool unchecked = false;
    bool ofKernel = false; // as futex(2) has it, whatever the library: FUTEX_LOCK_PI
};
LockSigns lockSigns(const FutexCall& call, std::span<const std::uint32_t> words);

// What a thread waits for that is in futex(2) with these arguments, at this moment.
struct LockFacts {
    LockKind kind = LockKind::Word;
    std::optional<Tid> owner; // a living thread; none: whoever has the word in memory could wake it
    std::optional<Pid> ownerPid; // the process of that thread
    bool robust = false;
    bool unchecked = false;
    std::optional<Mapping> shared; // the memory it is in, where other processes may have it too
    bool unseen = false; // which memory it is in could not be found out
};
LockFacts lockFacts(Pid pid, Tid tid, const FutexCall& call);

} // namespace ipclab
