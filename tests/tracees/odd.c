// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// odd WAY: unusual ways to make, pass and lose a process. Says on stdout what came of it.
#include <errno.h>
#include <linux/close_range.h>
#include <linux/sched.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const unsigned moment = 200 * 1000; // µs: long enough to be seen
static char stack[64 * 1024] __attribute__((aligned(16)));
static int shared = 0;
static char program[4096]; // its path: /proc/self/exe is gone when the first thread has ended

// A bare clone(2) or clone3(2), which goes on as fork(2) does.
static long rawClone(unsigned long flags)
{
    return syscall(SYS_clone, flags, NULL, NULL, NULL, NULL);
}

static long rawClone3(uint64_t flags, uint64_t signal)
{
    struct clone_args arguments;
    memset(&arguments, 0, sizeof arguments);
    arguments.flags = flags;
    arguments.exit_signal = signal;
    return syscall(SYS_clone3, &arguments, sizeof arguments);
}

static int exitCode(pid_t pid, int options)
{
    int status = 0;
    if (waitpid(pid, &status, options) != pid)
        return -errno;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

static void clone3Child(void)
{
    const long pid = rawClone3(0, SIGCHLD);
    if (pid == 0)
        _exit(5);
    printf("%d\n", exitCode((pid_t)pid, 0));
}

// The flag that would make a child escape its parent's tracer.
static void untraced(void)
{
    int ends[2];
    char byte = 0;
    if (pipe(ends) != 0)
        return;
    const long pid = rawClone(CLONE_UNTRACED | SIGCHLD);
    if (pid == 0)
        _exit(write(ends[1], "a", 1) == 1 ? 6 : 1);
    printf("%d ", exitCode((pid_t)pid, 0));
    const long other = rawClone3(CLONE_UNTRACED, SIGCHLD);
    if (other == 0)
        _exit(write(ends[1], "b", 1) == 1 ? 7 : 1);
    printf("%d ", exitCode((pid_t)other, 0));
    close(ends[1]);
    while (read(ends[0], &byte, 1) == 1)
        printf("%c", byte);
    printf("\n");
}

// The new process is a sibling of its maker.
static void sibling(void)
{
    int ends[2];
    pid_t made = 0;
    if (pipe(ends) != 0)
        return;
    const pid_t maker = fork();
    if (maker == 0) {
        const long pid = rawClone(CLONE_PARENT | SIGCHLD);
        if (pid == 0)
            _exit(8);
        made = (pid_t)pid;
        _exit(write(ends[1], &made, sizeof made) == sizeof made ? 0 : 1);
    }
    if (read(ends[0], &made, sizeof made) != sizeof made)
        return;
    printf("%d ", exitCode(maker, 0));
    printf("%d\n", exitCode(made, 0));
}

static int store(void* pipeEnd)
{
    shared = 9;
    close(*(int*)pipeEnd);
    return 4;
}

// Shares memory, but is no thread.
static void sameMemory(unsigned long more)
{
    int ends[2];
    char byte;
    if (pipe(ends) != 0)
        return;
    const pid_t pid
        = clone(store, stack + sizeof stack, (int)(CLONE_VM | SIGCHLD | more), &ends[1]);
    printf("%d ", exitCode(pid, 0));
    printf("%d ", shared);
    if (more & CLONE_FILES) // the child has closed ours
        printf("%zd", read(ends[0], &byte, 1));
    printf("\n");
}

static void silentChild(void)
{
    const long pid = rawClone(0); // no signal at its end: only __WCLONE or __WALL sees it, clone(2)
    if (pid == 0)
        _exit(3);
    printf("%d ", exitCode((pid_t)pid, 0));
    printf("%d\n", exitCode((pid_t)pid, __WALL));
}

// Ignoring SIGCHLD makes no difference for a child that sends another signal, wait(2).
static void silentZombie(void)
{
    signal(SIGCHLD, SIG_IGN);
    const long pid = rawClone(0);
    if (pid == 0)
        _exit(3);
    usleep(2 * moment);
    printf("%d\n", exitCode((pid_t)pid, __WALL));
}

static void* executeHere(void* nothing)
{
    char* const command[] = { "odd", "nothing", NULL };
    usleep(moment);
    execv(program, command);
    return nothing;
}

static void* endless(void* nothing)
{
    pause();
    return nothing;
}

static void executeFromThread(int leaderEnds)
{
    pthread_t thread;
    for (int i = 0; i < 5; ++i)
        pthread_create(&thread, NULL, endless, NULL);
    pthread_create(&thread, NULL, executeHere, NULL);
    if (leaderEnds)
        pthread_exit(NULL);
    pause();
}

static void* endAll(void* nothing)
{
    exit(7);
    return nothing;
}

static void manyThreadsEnd(void)
{
    pthread_t thread;
    for (int i = 0; i < 40; ++i)
        pthread_create(&thread, NULL, endless, NULL);
    pthread_create(&thread, NULL, endAll, NULL);
    pause();
}

// Whose child is an orphan? Of the nearest ancestor that asked for orphans, prctl(2).
static void subreaper(void)
{
    int ends[2];
    pid_t orphan = 0;
    if (pipe(ends) != 0)
        return;
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    const pid_t self = getpid();
    const pid_t child = fork();
    if (child == 0) {
        const pid_t grandchild = fork();
        if (grandchild == 0) {
            usleep(2 * moment);
            _exit(getppid() == self ? 11 : 12);
        }
        _exit(write(ends[1], &grandchild, sizeof grandchild) == sizeof grandchild ? 0 : 1);
    }
    printf("%d ", exitCode(child, 0));
    if (read(ends[0], &orphan, sizeof orphan) == sizeof orphan)
        printf("%d\n", exitCode(orphan, 0));
}

// A child that has ended before its parent does is inherited as a zombie.
static void inheritedZombie(void)
{
    int ends[2];
    pid_t zombie = 0;
    if (pipe(ends) != 0)
        return;
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    const pid_t child = fork();
    if (child == 0) {
        siginfo_t info;
        const pid_t grandchild = fork();
        if (grandchild == 0)
            _exit(13);
        waitid(P_PID, (id_t)grandchild, &info, WEXITED | WNOWAIT);
        _exit(write(ends[1], &grandchild, sizeof grandchild) == sizeof grandchild ? 0 : 1);
    }
    printf("%d ", exitCode(child, 0));
    if (read(ends[0], &zombie, sizeof zombie) == sizeof zombie)
        printf("%d\n", exitCode(zombie, 0));
}

static void* calls(void* nothing)
{
    for (;;)
        if (getppid() < 0 || write(-1, "x", 1) > 0)
            return nothing;
}

// Killed at any moment, in the middle of whatever it does.
static void killed(void)
{
    for (int round = 0; round < 60; ++round) {
        const pid_t pid = fork();
        if (pid == 0) {
            pthread_t thread;
            pthread_create(&thread, NULL, calls, NULL);
            for (;;) {
                const pid_t child = fork();
                if (child == 0)
                    _exit(0);
                waitpid(child, NULL, 0);
            }
        }
        usleep((useconds_t)(round * 150));
        kill(pid, SIGKILL);
        if (exitCode(pid, 0) != 1000 + SIGKILL)
            printf("not killed\n");
    }
    printf("done\n");
}

static void* nothing(void* argument)
{
    return argument;
}

// Killed while they make threads and processes, which none of them lives to tell of. The orphans
// come to us, prctl(2), as they would to a shell's job keeper.
static void killedAtBirth(void)
{
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    for (int round = 0; round < 200; ++round) {
        const pid_t pid = fork();
        if (pid == 0) {
            for (;;) {
                pthread_t thread;
                if (pthread_create(&thread, NULL, nothing, NULL) == 0)
                    pthread_detach(thread);
                if (fork() == 0)
                    _exit(0);
            }
        }
        usleep((useconds_t)(round * 7 % 1000));
        kill(pid, SIGKILL);
        if (exitCode(pid, 0) != 1000 + SIGKILL)
            printf("not killed\n");
        while (waitpid(-1, NULL, 0) > 0) { }
    }
    printf("done\n");
}

static void vforkThatLasts(void)
{
    const pid_t pid = vfork();
    if (pid == 0) {
        usleep(3 * moment);
        _exit(2);
    }
    printf("%d\n", exitCode(pid, 0));
}

// Four children with one and the same number, if we may ask for that, pid_namespaces(7).
static void sameNumber(void)
{
    pid_t first = 0;
    int same = 0;
    for (int i = 0; i < 200 && same < 4; ++i) {
        FILE* const last = first ? fopen("/proc/sys/kernel/ns_last_pid", "w") : NULL;
        if (first && !last)
            break;
        if (last) {
            fprintf(last, "%d", first - 1);
            fclose(last);
        }
        const pid_t pid = fork();
        if (pid == 0)
            _exit(same);
        if (first == 0)
            first = pid;
        exitCode(pid, 0);
        same += pid == first;
    }
    printf("%d\n", same);
}

static void manyDescriptors(void)
{
    int ends[2];
    pipe(ends);
    const struct rlimit most = { 20000, 20000 };
    setrlimit(RLIMIT_NOFILE, &most);
    int made = 0;
    while (made < 10000 && dup(ends[made % 2]) >= 0)
        ++made;
    const pid_t pid = fork();
    if (pid == 0) {
        close_range(3, ~0U, 0);
        _exit(8);
    }
    printf("%d %d\n", made, exitCode(pid, 0));
    char* const command[] = { "odd", "nothing", NULL };
    close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    execv(program, command);
}

// Closes all, and goes on.
static void closesEverything(void)
{
    for (int fd = 0; fd < 64; ++fd)
        close(fd);
    int ends[2];
    char byte = 0;
    if (pipe(ends) != 0 || ends[0] != 0 || ends[1] != 1)
        _exit(1);
    write(1, "x", 1);
    _exit(read(0, &byte, 1) == 1 && byte == 'x' ? 17 : 2);
}

static char* volatile page = NULL;

static void* remap(void* nothing)
{
    for (;;) {
        mmap(page, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
        munmap(page, 4096);
    }
    return nothing;
}

// Writes from a page that comes and goes.
static void unmaps(void)
{
    pthread_t thread;
    int ends[2];
    static char room[8192];
    char* const both = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    page = both + 4096;
    pipe(ends);
    pthread_create(&thread, NULL, remap, NULL);
    int strange = 0;
    for (int i = 0; i < 3000; ++i) {
        const ssize_t put = write(ends[1], both, 8192);
        strange += put != 8192 && put != 4096 && put != -1;
        if (put > 0)
            strange += read(ends[0], room, 8192) != put;
    }
    printf("%d\n", strange);
    _exit(0);
}

// Much is written at a time, and much is heard meanwhile that is ignored.
static void flood(int threads)
{
    enum { Much = 700001, Times = 12 };
    static unsigned char bytes[Much];
    int ends[2];
    pthread_t thread;
    pipe(ends);
    for (int i = 0; i < threads; ++i)
        pthread_create(&thread, NULL, endless, NULL);
    const pid_t self = getpid();
    const pid_t reader = fork();
    if (reader == 0) {
        static unsigned char room[30000];
        unsigned long wrong = 0;
        unsigned long at = 0;
        close(ends[1]);
        for (ssize_t got = 1; got > 0;) {
            got = read(ends[0], room, sizeof room);
            for (ssize_t i = 0; i < got; ++i, ++at)
                wrong += room[i] != (unsigned char)(at % 251);
            usleep(1000);
        }
        _exit(wrong == 0 && at == (unsigned long)Much * Times ? 0 : 1);
    }
    const pid_t caller = fork();
    if (caller == 0) {
        close(ends[1]);
        for (unsigned i = 0;; ++i) {
            kill(self, i % 2 ? SIGURG : SIGCHLD);
            usleep(700);
        }
    }
    int partly = 0;
    unsigned long at = 0;
    for (int i = 0; i < Times; ++i) {
        for (int k = 0; k < Much; ++k, ++at)
            bytes[k] = (unsigned char)(at % 251);
        partly += write(ends[1], bytes, Much) != Much;
    }
    close(ends[1]);
    printf("%d %d\n", partly, exitCode(reader, 0));
    kill(caller, SIGKILL);
    waitpid(caller, NULL, 0);
    _exit(0);
}

// Waits for two bytes, and gets one before its time is over. Meanwhile a signal comes that is
// ignored, for this thread or for another one.
static const char* waitsHere(int sockets[2], int signal)
{
    char room[2];
    struct timespec began, over;
    const pid_t self = getpid();
    const pid_t caller = fork();
    if (caller == 0) {
        usleep(2 * moment);
        kill(self, signal);
        pause();
    }
    write(sockets[1], "x", 1);
    clock_gettime(CLOCK_MONOTONIC, &began);
    const ssize_t got = recv(sockets[0], room, sizeof room, MSG_WAITALL);
    clock_gettime(CLOCK_MONOTONIC, &over);
    kill(caller, SIGKILL);
    exitCode(caller, 0);
    const long ms = (over.tv_sec - began.tv_sec) * 1000 + (over.tv_nsec - began.tv_nsec) / 1000000;
    return got != 1 ? "other" : ms < 590 ? "early" : ms < 900 ? "once" : "twice";
}

static void waitsOnce(void)
{
    const struct timeval limit = { .tv_usec = 600 * 1000 };
    pthread_t thread;
    sigset_t urgent;
    int ends[2];
    pthread_create(&thread, NULL, endless, NULL);
    sigemptyset(&urgent);
    sigaddset(&urgent, SIGURG);
    pthread_sigmask(SIG_BLOCK, &urgent, NULL);
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    const char* const other = waitsHere(ends, SIGURG);
    printf("%s %s\n", other, waitsHere(ends, SIGWINCH));
}

// Every call that sends a signal to a process, once.
static void sendsSignals(void)
{
    const struct sigaction action = { .sa_handler = SIG_DFL };
    sigaction(SIGTERM, &action, NULL);
    for (int way = 0; way < 4; ++way) {
        siginfo_t info;
        memset(&info, 0, sizeof info);
        info.si_code = SI_QUEUE;
        info.si_pid = getpid();
        const pid_t pid = fork();
        if (pid == 0)
            pause();
        usleep(20 * 1000);
        if (way == 0)
            kill(pid, SIGTERM);
        else if (way == 1)
            syscall(SYS_rt_sigqueueinfo, pid, SIGTERM, &info);
        else if (way == 2)
            syscall(SYS_tgkill, pid, pid, SIGTERM);
        else
            syscall(SYS_pidfd_send_signal, syscall(SYS_pidfd_open, pid, 0), SIGTERM, NULL, 0);
        printf("%d ", exitCode(pid, 0));
    }
    printf("\n");
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    setvbuf(stdout, NULL, _IONBF, 0);
    readlink("/proc/self/exe", program, sizeof program - 1);
    if (strcmp(way, "clone3") == 0)
        clone3Child();
    else if (strcmp(way, "untraced") == 0)
        untraced();
    else if (strcmp(way, "sibling") == 0)
        sibling();
    else if (strcmp(way, "memory") == 0)
        sameMemory(0);
    else if (strcmp(way, "files") == 0)
        sameMemory(CLONE_FILES);
    else if (strcmp(way, "silent") == 0)
        silentChild();
    else if (strcmp(way, "silent-zombie") == 0)
        silentZombie();
    else if (strcmp(way, "exec") == 0)
        executeFromThread(0);
    else if (strcmp(way, "exec-after-leader") == 0)
        executeFromThread(1);
    else if (strcmp(way, "exit-many") == 0)
        manyThreadsEnd();
    else if (strcmp(way, "subreaper") == 0)
        subreaper();
    else if (strcmp(way, "inherited-zombie") == 0)
        inheritedZombie();
    else if (strcmp(way, "killed") == 0)
        killed();
    else if (strcmp(way, "killed-at-birth") == 0)
        killedAtBirth();
    else if (strcmp(way, "vfork") == 0)
        vforkThatLasts();
    else if (strcmp(way, "same-number") == 0)
        sameNumber();
    else if (strcmp(way, "descriptors") == 0)
        manyDescriptors();
    else if (strcmp(way, "closes") == 0)
        closesEverything();
    else if (strcmp(way, "unmaps") == 0)
        unmaps();
    else if (strcmp(way, "sends") == 0)
        sendsSignals();
    else if (strcmp(way, "flood") == 0)
        flood(0);
    else if (strcmp(way, "flood-threads") == 0)
        flood(3);
    else if (strcmp(way, "waits-once") == 0)
        waitsOnce();
    return 0;
}
