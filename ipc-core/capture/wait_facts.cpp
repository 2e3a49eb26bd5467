// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/wait_facts.h"

#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/proc_fs.h"

#include <fcntl.h>
#include <linux/futex.h>
#include <poll.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <climits>
#include <ctime>
#include <limits>

namespace ipclab {

namespace {

constexpr std::size_t kMostPolled = 1024;
constexpr std::uint64_t kMostSelected = 1024; // FD_SETSIZE, select(2)
constexpr std::uint64_t kOfRegisteredRing = 1U << 4; // IORING_ENTER_REGISTERED_RING

// Longer than the kernel's clocks count, 292 years, is for ever. (A bad one ends the call at once.)
std::optional<Nanoseconds> clampedTime(std::int64_t seconds, std::int64_t rest)
{
    constexpr std::int64_t kMost = std::numeric_limits<Nanoseconds>::max() / kSecond;
    if (seconds >= kMost)
        return std::nullopt;
    return std::max<std::int64_t>(seconds, 0) * kSecond
        + std::clamp<std::int64_t>(rest, 0, kSecond - 1);
}

std::optional<Nanoseconds> timeAt(Tid tid, std::uint64_t address)
{
    const auto time = readValue<timespec>(tid, address);
    if (!time)
        return std::nullopt;
    return clampedTime(time->tv_sec, time->tv_nsec);
}

std::optional<Nanoseconds> milliseconds(std::uint64_t argument)
{
    const int count = static_cast<int>(argument);
    if (count < 0) // for ever, poll(2)
        return std::nullopt;
    return count * kMillisecond;
}

// From a point of a clock to how long it is until then, never negative.
Nanoseconds until(Nanoseconds point, clockid_t clock)
{
    timespec now {};
    clock_gettime(clock, &now);
    return std::max<Nanoseconds>(point - clampedTime(now.tv_sec, now.tv_nsec).value_or(0), 1);
}

void readPolled(Tid tid, const OpenCall& call, Polled& polled)
{
    const auto count = static_cast<std::uint32_t>(call.args[1]); // as the kernel takes it
    std::vector<pollfd> set(std::min<std::size_t>(count, kMostPolled));
    const std::size_t got = readMemory(tid, call.args[0], set.data(), set.size() * sizeof(pollfd));
    set.resize(got / sizeof(pollfd));
    polled.whole = set.size() == count;
    for (const pollfd& one : set) {
        if (one.fd >= 0)
            polled.add(one.fd, static_cast<std::uint16_t>(one.events));
    }
}

void readSelected(Tid tid, const OpenCall& call, Polled& polled)
{
    constexpr std::array<std::uint32_t, 3> kEvents { POLLIN, POLLOUT, POLLPRI }; // select(2)
    std::vector<int>& fds = polled.fds;
    const std::uint64_t wanted = call.args[0] & 0x7fffffff; // an int, never negative
    const std::uint64_t count = std::min(wanted, kMostSelected);
    polled.whole = count == wanted;
    for (std::size_t set = 1; set <= 3; ++set) {
        if (call.args[set] == 0)
            continue;
        const std::string bits = readBytes(tid, call.args[set], (count + 7) / 8);
        polled.whole = polled.whole && bits.size() == (count + 7) / 8;
        for (std::uint64_t fd = 0; fd < count && fd / 8 < bits.size(); ++fd) {
            if ((static_cast<unsigned char>(bits[fd / 8]) >> fd % 8 & 1) != 0)
                polled.add(static_cast<int>(fd), kEvents.at(set - 1));
        }
    }
    std::ranges::sort(fds);
    const auto twice = std::ranges::unique(fds);
    fds.erase(twice.begin(), twice.end());
}

std::optional<Nanoseconds> selectTimeout(Tid tid, const OpenCall& call)
{
    if (call.call == Call::Pselect6)
        return timeAt(tid, call.args[4]);
    const auto time = readValue<timeval>(tid, call.args[4]);
    if (!time)
        return std::nullopt;
    // There may be whole seconds in its microseconds.
    constexpr std::int64_t kMillion = 1'000'000;
    constexpr std::int64_t kForEver = 10'000 * kMillion;
    return clampedTime(
        std::clamp<std::int64_t>(time->tv_sec, 0, kForEver) + time->tv_usec / kMillion,
        time->tv_usec % kMillion * 1000);
}

std::optional<Nanoseconds> futexTimeout(Tid tid, const OpenCall& call)
{
    const auto time = timeAt(tid, call.args[3]);
    if (!time)
        return std::nullopt;
    const std::uint64_t command = call.args[1] & FUTEX_CMD_MASK;
    if (command == FUTEX_WAIT) // relative; the others name a point in time, futex(2)
        return *time;
    const bool real = (call.args[1] & FUTEX_CLOCK_REALTIME) != 0 || command == FUTEX_LOCK_PI;
    return until(*time, real ? CLOCK_REALTIME : CLOCK_MONOTONIC);
}

std::optional<Nanoseconds> sleepTime(Tid tid, const OpenCall& call)
{
    if (call.call == Call::Nanosleep)
        return timeAt(tid, call.args[0]);
    const auto time = timeAt(tid, call.args[2]);
    if (time && (call.args[1] & TIMER_ABSTIME) != 0)
        return until(*time, static_cast<clockid_t>(call.args[0]));
    return time;
}

// How long it waits at most; nothing: for ever, or it is no such call.
std::optional<Nanoseconds> timeoutOf(Tid tid, const OpenCall& call)
{
    switch (call.call) {
    case Call::Poll:
        return milliseconds(call.args[2]);
    case Call::Ppoll:
    case Call::RtSigtimedwait:
        return timeAt(tid, call.args[2]);
    case Call::Select:
    case Call::Pselect6:
        return selectTimeout(tid, call);
    case Call::EpollWait:
    case Call::EpollPwait:
        return milliseconds(call.args[3]);
    case Call::EpollPwait2:
    case Call::Semtimedop:
        return timeAt(tid, call.args[3]);
    case Call::Futex:
        return futexTimeout(tid, call);
    case Call::Nanosleep:
    case Call::ClockNanosleep:
        return sleepTime(tid, call);
    case Call::IoGetevents:
    case Call::IoPgetevents:
        return timeAt(tid, call.args[4]);
    case Call::MqTimedreceive:
    case Call::MqTimedsend: // a point in time, mq_receive(3)
        if (const auto point = timeAt(tid, call.args[4]))
            return until(*point, CLOCK_REALTIME);
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<CallEntered> childWait(Tid tid, const OpenCall& call)
{
    CallEntered facts;
    if (call.call == Call::Wait4) {
        if ((call.args[2] & WNOHANG) != 0)
            return std::nullopt;
        const auto pid = static_cast<std::int32_t>(call.args[0]);
        facts.child = Pid { pid > 0 ? pid : -1 }; // a group is over-estimated: any child
        return facts;
    }
    if ((call.args[3] & WNOHANG) != 0)
        return std::nullopt;
    if ((call.args[3] & WEXITED) == 0)
        return facts; // for a stop or its end, which anyone may send
    const auto id = static_cast<std::int32_t>(call.args[1]);
    constexpr std::uint64_t kPidfd = 3; // P_PIDFD, waitid(2)
    facts.child = Pid { -1 };
    if (call.args[0] == P_PID)
        facts.child = Pid { id };
    else if (call.args[0] == kPidfd)
        facts.child = processOfPidfd(Pid { tid.value }, id).value_or(Pid { -1 });
    return facts;
}

} // namespace

bool isEpollWait(Call call)
{
    return call == Call::EpollWait || call == Call::EpollPwait || call == Call::EpollPwait2;
}

bool waitsForStop(const OpenCall& call)
{
    return (call.call == Call::Wait4 && (call.args[2] & (WUNTRACED | WCONTINUED)) != 0)
        || (call.call == Call::Waitid && (call.args[3] & (WSTOPPED | WCONTINUED)) != 0);
}

bool waitsForFileLock(const OpenCall& call)
{
    return (call.call == Call::Flock && (call.args[1] & (LOCK_NB | LOCK_UN)) == 0)
        || (call.call == Call::Fcntl && (call.args[1] == F_SETLKW || call.args[1] == F_OFD_SETLKW));
}

std::optional<OpenFacts> openFacts(Tid tid, const OpenCall& call)
{
    const bool at = call.call == Call::Openat || call.call == Call::Openat2;
    if (!at && call.call != Call::Open && call.call != Call::Creat)
        return std::nullopt;
    std::uint64_t flags = call.args[at ? 2 : 1];
    if (call.call == Call::Openat2) // struct open_how begins with them
        flags = readValue<std::uint64_t>(tid, call.args[2]).value_or(O_RDWR);
    if (call.call == Call::Creat)
        flags = O_WRONLY;
    OpenFacts facts;
    facts.path = readText(tid, call.args[at ? 1 : 0], PATH_MAX);
    facts.folder = at ? call.fd() : AT_FDCWD;
    facts.access = (flags & O_ACCMODE) == O_RDONLY ? Access::Read
        : (flags & O_ACCMODE) == O_WRONLY          ? Access::Write
                                                   : Access::ReadWrite;
    facts.mayWait = (flags & (O_NONBLOCK | O_PATH)) == 0;
    return facts;
}

bool namesDescriptor(Call call)
{
    switch (call) {
    case Call::Open:
    case Call::Openat:
    case Call::Openat2:
    case Call::Creat:
    case Call::Poll:
    case Call::Ppoll:
    case Call::Select:
    case Call::Pselect6:
    case Call::Futex:
    case Call::Wait4:
    case Call::Waitid:
    case Call::Nanosleep:
    case Call::ClockNanosleep:
    case Call::Pause:
    case Call::RtSigsuspend:
    case Call::RtSigtimedwait:
    case Call::Vfork:
    case Call::Msgrcv:
    case Call::Msgsnd:
    case Call::Semop:
    case Call::Semtimedop:
    case Call::IoUringEnter: // it may be the number of one that is registered
    case Call::IoGetevents:
    case Call::IoPgetevents:
        return false;
    default:
        return true;
    }
}

std::optional<CallEntered> waitFacts(Tid tid, const OpenCall& call, Polled& polled)
{
    CallEntered facts;
    facts.timeout = timeoutOf(tid, call);
    switch (call.call) {
    case Call::Poll:
    case Call::Ppoll:
        readPolled(tid, call, polled);
        break;
    case Call::Select:
    case Call::Pselect6:
        readSelected(tid, call, polled);
        break;
    case Call::IoUringEnter:
        if ((call.args[3] & kOfRegisteredRing) == 0)
            facts.fd = call.fd();
        break;
    case Call::Wait4:
    case Call::Waitid:
        return childWait(tid, call);
    case Call::EpollWait:
    case Call::EpollPwait:
    case Call::EpollPwait2:
    case Call::Futex:
    case Call::Nanosleep:
    case Call::ClockNanosleep:
    case Call::RtSigtimedwait:
    case Call::Semtimedop:
    case Call::IoGetevents:
    case Call::IoPgetevents:
    case Call::Accept:
    case Call::Accept4:
    case Call::Pause:
    case Call::RtSigsuspend:
    case Call::Semop:
    case Call::Msgrcv:
    case Call::Msgsnd:
    case Call::MqTimedreceive:
    case Call::MqTimedsend:
        break;
    default:
        return std::nullopt;
    }
    facts.fds = polled.fds;
    return facts;
}

} // namespace ipclab
