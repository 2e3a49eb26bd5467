// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/timer_calls.h"

#include "ipc-core/capture/memory.h"

#include <sys/time.h>

#include <array>
#include <csignal>
#include <ctime>
#include <limits>

namespace ipclab {

namespace {

constexpr std::array<int, 3> kSignals { SIGALRM, SIGVTALRM, SIGPROF }; // by number, setitimer(2)

// Nothing: longer than can be counted, or no time at all (EINVAL).
std::optional<Nanoseconds> nanoseconds(std::int64_t seconds, std::int64_t rest)
{
    constexpr std::int64_t kMost = std::numeric_limits<Nanoseconds>::max() / kSecond;
    if (seconds < 0 || seconds >= kMost || rest < 0 || rest >= kSecond)
        return std::nullopt;
    return seconds * kSecond + rest;
}

TimerSetting intervalTimer(Tid tid, const OpenCall& call)
{
    constexpr std::int64_t kThousand = 1000;
    TimerSetting set;
    if (call.args[0] < kSignals.size())
        set.signal = kSignals.at(call.args[0]);
    if (call.args[1] == 0) { // as zero, setitimer(2)
        set.timeout = 0;
        set.repeats = false;
    } else if (const auto value = readValue<itimerval>(tid, call.args[1])) {
        set.timeout = nanoseconds(value->it_value.tv_sec, value->it_value.tv_usec * kThousand);
        set.repeats = value->it_interval.tv_sec != 0 || value->it_interval.tv_usec != 0;
    }
    return set;
}

TimerSetting posixTimer(Tid tid, const OpenCall& call)
{
    TimerSetting set;
    const auto value = readValue<itimerspec>(tid, call.args[2]);
    if (!value)
        return set;
    set.timeout = nanoseconds(value->it_value.tv_sec, value->it_value.tv_nsec);
    set.repeats = value->it_interval.tv_sec != 0 || value->it_interval.tv_nsec != 0;
    if (set.timeout != 0 && (call.args[1] & TIMER_ABSTIME) != 0) // of a clock that is not known
        set.timeout.reset();
    return set;
}

} // namespace

std::optional<TimerSetting> timerSetting(Tid tid, const OpenCall& call)
{
    switch (call.call) {
    case Call::Alarm:
        return TimerSetting { static_cast<std::uint32_t>(call.args[0]) * kSecond, false, SIGALRM };
    case Call::Setitimer:
        return intervalTimer(tid, call);
    case Call::TimerSettime:
        return posixTimer(tid, call);
    default:
        return std::nullopt;
    }
}

void noteTimer(TracedProcess& process, const OpenCall& call)
{
    const auto timer = static_cast<std::int32_t>(call.args[0]);
    const bool off = call.call == Call::TimerDelete
        || (call.call == Call::TimerSettime && call.timer && call.timer->timeout == 0);
    if (off)
        process.timersSet.erase(timer);
    else if (call.call == Call::TimerSettime)
        process.timersSet.insert(timer);
}

} // namespace ipclab
