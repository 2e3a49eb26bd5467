// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// limits WAY: programs of which a tracer sees less. Says on stdout what came of it.
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __x86_64__
// A call as a 32-bit program makes it: other numbers, and pointers of 32 bits.
static long call32(long number, long first, long second, long third)
{
    long result;
    __asm__ volatile("int $0x80"
                     : "=a"(result)
                     : "a"(number), "b"(first), "c"(second), "d"(third)
                     : "memory", "r8", "r9", "r10", "r11");
    return result;
}

static void foreign(void)
{
    enum { Read = 3, Write = 4, Close = 6, Getpid = 20, Dup2 = 63 };
    int ends[2];
    char* const low
        = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
    if (low == MAP_FAILED || pipe(ends) != 0)
        return;
    const int known = call32(Getpid, 0, 0, 0) == getpid();
    strcpy(low, "forty-two");
    const long written = call32(Write, ends[1], (long)low, 9);
    usleep(200 * 1000);
    char byte = 0;
    const long got = read(ends[0], &byte, 1);
    // Its number 3 is read, ours is close: the pipe must not be shown closed.
    const long rest = call32(Read, ends[0], (long)low, 8);
    const long moved = call32(Dup2, ends[1], 50, 0);
    call32(Close, ends[1], 0, 0);
    usleep(200 * 1000);
    printf("%d %ld %ld%c %ld %ld\n", known, written, got, byte, rest, moved);
}
#else
static void foreign(void) { }
#endif

static int install(unsigned number, unsigned answer, unsigned flags)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, answer),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const struct sock_fprog program = { sizeof filter / sizeof *filter, filter };
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &program);
}

static void trapped(int number, siginfo_t* info, void* context)
{
    (void)context;
    if (number == SIGSYS && info->si_syscall == SYS_kill)
        (void)!write(1, "trap ", 5);
}

// What a filter of its own makes of kill(2), which a tracer wants to see too.
static void filtered(unsigned answer)
{
    const struct sigaction action = { .sa_sigaction = trapped, .sa_flags = SA_SIGINFO };
    sigaction(SIGSYS, &action, NULL);
    const int installed = install(SYS_kill, answer, 0);
    errno = 0;
    const int result = kill(getpid(), 0);
    printf("%d %d %s\n", installed, result, strerror(errno));
    printf("%d\n", install(SYS_getppid, SECCOMP_RET_ERRNO | EPERM, 0));
}

static void killedByFilter(void)
{
    int status = 0;
    const pid_t pid = fork();
    if (pid == 0) {
        install(SYS_kill, SECCOMP_RET_KILL_PROCESS, 0);
        kill(getpid(), 0);
        _exit(1);
    }
    waitpid(pid, &status, 0);
    printf("%d %d\n", WIFSIGNALED(status), WTERMSIG(status));
}

// Another process decides, and lets the call be made.
static void supervised(void)
{
    const int listener = install(SYS_dup, SECCOMP_RET_USER_NOTIF, SECCOMP_FILTER_FLAG_NEW_LISTENER);
    const pid_t pid = fork();
    if (pid == 0)
        _exit(dup(1) > 0 ? 21 : 22);
    struct seccomp_notif asked;
    memset(&asked, 0, sizeof asked);
    int status = 0;
    if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &asked) == 0) {
        struct seccomp_notif_resp answer = { asked.id, 0, 0, SECCOMP_USER_NOTIF_FLAG_CONTINUE };
        ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
    }
    waitpid(pid, &status, 0);
    printf("%d\n", WEXITSTATUS(status));
}

static void traces(void)
{
    int status = 0;
    const pid_t pid = fork();
    if (pid == 0)
        _exit(ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0 ? 77 : errno);
    waitpid(pid, &status, 0);
    const pid_t other = fork();
    if (other == 0) {
        pause();
        _exit(0);
    }
    errno = 0;
    ptrace(PTRACE_SEIZE, other, NULL, NULL);
    printf("%d %d\n", WEXITSTATUS(status) == EPERM, errno == EPERM);
    kill(other, SIGKILL);
    waitpid(other, NULL, 0);
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    setvbuf(stdout, NULL, _IONBF, 0);
    if (strcmp(way, "foreign") == 0)
        foreign();
    else if (strcmp(way, "errno") == 0)
        filtered(SECCOMP_RET_ERRNO | EXDEV);
    else if (strcmp(way, "trap") == 0)
        filtered(SECCOMP_RET_TRAP);
    else if (strcmp(way, "trace") == 0)
        filtered(SECCOMP_RET_TRACE);
    else if (strcmp(way, "killed") == 0)
        killedByFilter();
    else if (strcmp(way, "supervised") == 0)
        supervised();
    else if (strcmp(way, "traces") == 0)
        traces();
    return 0;
}
