// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ipclab {

// The system calls we speak of, by the names of syscalls(2). The numbers are ours, the same on
// every architecture; the decoder maps the kernel's to them.
enum class Call : std::uint8_t {
    Unknown,
    // bytes
    Read,
    Readv,
    Pread64,
    Preadv,
    Preadv2,
    Recvfrom,
    Recvmsg,
    Recvmmsg,
    Write,
    Writev,
    Pwrite64,
    Pwritev,
    Pwritev2,
    Sendto,
    Sendmsg,
    Sendmmsg,
    Splice,
    Tee,
    Vmsplice,
    Sendfile,
    CopyFileRange,
    // descriptors
    Open,
    Openat,
    Openat2,
    Creat,
    Mknod,
    Mknodat,
    Close,
    CloseRange,
    Dup,
    Dup2,
    Dup3,
    Fcntl,
    Pipe,
    Pipe2,
    Eventfd2,
    TimerfdCreate,
    Signalfd4,
    MemfdCreate,
    EpollCreate1,
    InotifyInit1,
    Eventfd,
    Signalfd,
    EpollCreate,
    InotifyInit,
    PidfdOpen,
    PidfdGetfd,
    MqOpen,
    Semget,
    Msgget,
    Shmget,
    Shmat,
    Shmdt,
    // sockets
    Socket,
    Socketpair,
    Bind,
    Listen,
    Connect,
    Accept,
    Accept4,
    Shutdown,
    // waiting
    Poll,
    Ppoll,
    Select,
    Pselect6,
    EpollWait,
    EpollPwait,
    EpollPwait2,
    Futex,
    Wait4,
    Waitid,
    Nanosleep,
    ClockNanosleep,
    Pause,
    RtSigsuspend,
    RtSigtimedwait,
    RestartSyscall,
    Flock,
    Msgrcv,
    Msgsnd,
    Semop,
    Semtimedop,
    MqTimedreceive,
    MqTimedsend,
    IoUringSetup,
    IoUringEnter,
    IoGetevents,
    IoPgetevents,
    // processes and signals
    Execve,
    Execveat,
    Fork,
    Vfork,
    Clone,
    Clone3,
    Kill,
    Tkill,
    Tgkill,
    RtSigaction,
    RtSigprocmask,
    RtSigqueueinfo,
    RtTgsigqueueinfo,
    PidfdSendSignal,
    TimerSettime,
    TimerDelete,
    Alarm,
    Setitimer,
    // what limits the sight of a tracer
    Prctl,
    Ptrace,
    Seccomp,
    // what the Python probe speaks by
    Readlink,
    Readlinkat,
    Count
};

std::string_view name(Call call);
std::optional<Call> callNamed(std::string_view name);

} // namespace ipclab
