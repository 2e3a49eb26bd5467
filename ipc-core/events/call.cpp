// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/events/call.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace ipclab {

namespace {

using namespace std::string_view_literals;

// In the order of the enumeration.
constexpr auto kNames = std::to_array<std::string_view>({ "unknown"sv, "read"sv, "readv"sv,
    "pread64"sv, "preadv"sv, "preadv2"sv, "recvfrom"sv, "recvmsg"sv, "recvmmsg"sv, "write"sv,
    "writev"sv, "pwrite64"sv, "pwritev"sv, "pwritev2"sv, "sendto"sv, "sendmsg"sv, "sendmmsg"sv,
    "splice"sv, "tee"sv, "vmsplice"sv, "sendfile"sv, "copy_file_range"sv, "open"sv, "openat"sv,
    "openat2"sv, "creat"sv, "mknod"sv, "mknodat"sv, "close"sv, "close_range"sv, "dup"sv, "dup2"sv,
    "dup3"sv, "fcntl"sv, "pipe"sv, "pipe2"sv, "eventfd2"sv, "timerfd_create"sv, "signalfd4"sv,
    "memfd_create"sv, "epoll_create1"sv, "inotify_init1"sv, "eventfd"sv, "signalfd"sv,
    "epoll_create"sv, "inotify_init"sv, "pidfd_open"sv, "pidfd_getfd"sv, "mq_open"sv, "semget"sv,
    "msgget"sv, "shmget"sv, "shmat"sv, "shmdt"sv, "socket"sv, "socketpair"sv, "bind"sv, "listen"sv,
    "connect"sv, "accept"sv, "accept4"sv, "shutdown"sv, "poll"sv, "ppoll"sv, "select"sv,
    "pselect6"sv, "epoll_wait"sv, "epoll_pwait"sv, "epoll_pwait2"sv, "futex"sv, "wait4"sv,
    "waitid"sv, "nanosleep"sv, "clock_nanosleep"sv, "pause"sv, "rt_sigsuspend"sv,
    "rt_sigtimedwait"sv, "restart_syscall"sv, "flock"sv, "msgrcv"sv, "msgsnd"sv, "semop"sv,
    "semtimedop"sv, "mq_timedreceive"sv, "mq_timedsend"sv, "io_uring_setup"sv, "io_uring_enter"sv,
    "io_getevents"sv, "io_pgetevents"sv, "execve"sv, "execveat"sv, "fork"sv, "vfork"sv, "clone"sv,
    "clone3"sv, "kill"sv, "tkill"sv, "tgkill"sv, "rt_sigaction"sv, "rt_sigprocmask"sv,
    "rt_sigqueueinfo"sv, "rt_tgsigqueueinfo"sv, "pidfd_send_signal"sv, "timer_settime"sv,
    "timer_delete"sv, "alarm"sv, "setitimer"sv, "prctl"sv, "ptrace"sv, "seccomp"sv, "readlink"sv,
    "readlinkat"sv });

static_assert(kNames.size() == static_cast<std::size_t>(Call::Count));

} // namespace

std::string_view name(Call call)
{
    const auto at = static_cast<std::size_t>(call);
    return at < kNames.size() ? kNames[at] : kNames[0];
}

std::optional<Call> callNamed(std::string_view name)
{
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<Call>(found - kNames.begin());
}

} // namespace ipclab
