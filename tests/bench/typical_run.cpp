// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/typical_run.h"

#include <array>
#include <csignal>

namespace ipclab::bench {

namespace {

constexpr Nanoseconds kStep = 3'600'000; // a million of them are an hour
constexpr EventIndex kLookEvery = 40; // events of traffic
constexpr EventIndex kProcessEvery = 2000;
constexpr int kParent = 4711; // of the traffic
constexpr ChannelId kPipe { 1 };

} // namespace

void TypicalRun::add(int pid, const EventBody& body)
{
    m_now += kStep;
    m_log.append({ m_now, Pid { pid }, Tid { pid }, body });
}

void TypicalRun::tellUntil(EventIndex events)
{
    while (m_log.size() < events) {
        m_now += kStep;
        m_traffic.tell(m_now);
        if (m_traffic.told() % kLookEvery == 0)
            lookAround();
        if (m_traffic.told() % kProcessEvery == 0)
            comeAndGo();
    }
}

void TypicalRun::lookAround()
{
    add(kParent, ChannelLevel { kPipe, 57, 65536, End::First });
    add(kParent, SignalActionSet { { SIGUSR1 }, SignalAction::Handler });
    add(kParent, SignalMaskSet { { 0x2004 } });
    add(kParent, CallReturned { Call::Poll, 1, {}, {} });
}

// A child as a shell starts it: with the descriptors of its parent, less one.
void TypicalRun::comeAndGo()
{
    const int pid = ++m_pid;
    const std::array<Pid, 1> pids { Pid { pid } };
    add(pid, ProcessStarted { Pid { kParent }, StartedBy::Fork });
    add(pid, ProgramExecuted { "/usr/bin/sort", { { "sort\0--unique\0", 14 } } });
    add(pid, DescriptorOpened { 0, kPipe, Access::Read, End::First, Call::Dup2, 3 });
    add(pid, DescriptorClosed { 3 });
    add(kParent, SignalSent { Pid { pid }, { SIGTERM } });
    add(pid, SignalDelivered { { SIGTERM }, SignalAction::Default });
    add(pid, ProcessExited { {}, { SIGTERM }, false });
    add(0, FindingBegan { { FindingKind::Zombie, pids, {} } });
    add(pid, ProcessReaped { Pid { kParent } });
    add(0, FindingEnded { { FindingKind::Zombie, pids, {} } });
    add(0, UserAction { "signal", "SIGTERM", Pid { pid } });
}

} // namespace ipclab::bench
