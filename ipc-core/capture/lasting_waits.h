// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/call_decoder.h"
#include "ipc-core/capture/cancelling.h"
#include "ipc-core/capture/file_locks.h"
#include "ipc-core/capture/lock_facts.h"
#include "ipc-core/capture/memory_sharers.h"
#include "ipc-core/capture/recorder.h"
#include "ipc-core/capture/session_places.h"
#include "ipc-core/capture/tracee.h"
#include "ipc-core/capture/wait_facts.h"

#include <vector>

namespace ipclab {

// Looks closer at waits that last: who owns the lock and who could touch its word, what is in the
// epoll set, which FIFO is being opened, whether a socket has a time limit of its own. Records
// lock_waiting and wait_lasts, again when something has changed meanwhile: a lock may have passed
// to another while this one slept on. Capture thread only.
class LastingWaits {
public:
    LastingWaits(Recorder& recorder, Tracees& tracees, CallDecoder& decoder, Seclusion seclusion);

    // Others will be launched: they, too, may come by any name.
    void expectLaunches(bool more) { m_more = more; }

    // At each tick, for each thread that is in a call for some time: looks the first time, and then
    // now and again, a bounded number of times a turn.
    void newTurn();
    void look(TracedProcess& process, TracedThread& thread);

    // Before a verdict: everything again, and completely.
    void lookAfresh();
    // Is a descriptor on its way through a socket, unix(7)? Then someone may hold what nobody
    // shows.
    [[nodiscard]] bool anyInFlight() const;

private:
    void lookAt(TracedProcess& process, TracedThread& thread, bool completely);
    void lookAtFutex(TracedProcess& process, TracedThread& thread, bool completely);
    void lookAtFileLock(TracedProcess& process, TracedThread& thread);
    void lookAtDescriptors(TracedProcess& process, TracedThread& thread);
    void lookAtOpening(TracedProcess& process, TracedThread& thread, const OpenFacts& facts);
    void lookAtMessageQueue(TracedProcess& process, TracedThread& thread);
    void addSharers(const TracedProcess& process, const LockFacts& facts, LockSaid& said);
    void lookAtRoom(const TracedProcess& process, const Polled& polled, WaitSaid& said) const;
    [[nodiscard]] bool mayBeOpened(
        const TracedProcess& process, Tid tid, const std::vector<int>& fds) const;
    [[nodiscard]] bool kernelMaySignal();
    void addHoldersOf(ChannelId channel, std::vector<Pid>& pids) const;
    // By way of a descriptor of that file.
    [[nodiscard]] bool isHeldByOurs(const FileLock& lock, ChannelId channel) const;
    void say(const TracedProcess& process, TracedThread& thread, LockSaid said);
    void say(const TracedProcess& process, TracedThread& thread, WaitSaid said);

    Recorder& m_recorder;
    Tracees& m_tracees;
    CallDecoder& m_decoder;
    Seclusion m_seclusion;
    MemorySharers m_sharers;
    Cancelling m_cancelling;
    bool m_more = false;
    bool m_afresh = false;
    std::optional<bool> m_kernelWorks; // for one of them, when all was looked at afresh
    unsigned m_left = 0; // looks again, this turn
    unsigned m_waits = 0; // seen this turn
    Nanoseconds m_interval = 0; // between two looks at the same
};

} // namespace ipclab
