// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// refusing CALL ERRNO COMMAND…: runs the command as if on a kernel that refuses a call, seccomp(2).
// "seize" is ptrace(2) with PTRACE_SEIZE, as Yama refuses it.
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <unistd.h>

static const struct {
    const char* name;
    unsigned number;
    int hasFirst;
    unsigned first; // argument
} calls[] = { { "pidfd_getfd", SYS_pidfd_getfd, 0, 0 }, { "pidfd_open", SYS_pidfd_open, 0, 0 },
    { "process_vm_readv", SYS_process_vm_readv, 0, 0 }, { "kcmp", SYS_kcmp, 0, 0 },
    { "seccomp", SYS_seccomp, 0, 0 }, { "seize", SYS_ptrace, 1, PTRACE_SEIZE },
    { "syscall_info", SYS_ptrace, 1, 0x420e },
    { "sched_setaffinity", SYS_sched_setaffinity, 0, 0 } };

static int refuse(const char* name, unsigned error)
{
    for (size_t i = 0; i < sizeof calls / sizeof *calls; ++i) {
        if (strcmp(calls[i].name, name) != 0)
            continue;
        struct sock_filter filter[] = {
            BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, calls[i].number, 0, 3),
            BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, calls[i].first, 0, !!calls[i].hasFirst),
            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error),
            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        };
        const struct sock_fprog program = { sizeof filter / sizeof *filter, filter };
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
    }
    return -1;
}

int main(int argc, char** argv)
{
    if (argc < 4 || refuse(argv[1], (unsigned)atoi(argv[2])) != 0)
        return 99;
    execvp(argv[3], argv + 3);
    return 98;
}
