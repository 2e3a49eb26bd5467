/* SPDX-FileCopyrightText: 2026 The IPC Lab authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs long before anybody watches. Ends with 3 where a call ended that would not have, alone. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void say(const char* text)
{
    if (write(1, text, strlen(text)) < 0)
        _exit(4);
}

static int echo(void)
{
    char bytes[4096];
    ssize_t got;
    while ((got = read(0, bytes, sizeof bytes)) > 0) {
        if (write(1, bytes, (size_t)got) != got)
            return 4;
    }
    return got < 0 ? 3 : 0;
}

static int epollEcho(int timeout)
{
    struct epoll_event event = { .events = EPOLLIN };
    const int set = epoll_create1(0);
    char bytes[4096];
    epoll_ctl(set, EPOLL_CTL_ADD, 0, &event);
    for (;;) {
        const int ready = epoll_wait(set, &event, 1, timeout);
        if (ready < 0)
            return 3;
        const ssize_t got = ready == 0 ? 1 : read(0, bytes, sizeof bytes);
        if (got <= 0)
            return 0;
        if (ready > 0 && write(1, bytes, (size_t)got) != got)
            return 4;
    }
}

/* How late a wait of a second comes back: its length in milliseconds. */
static int epollOnce(void)
{
    struct epoll_event event = { .events = EPOLLIN };
    struct timespec before;
    struct timespec after;
    char text[64];
    const int set = epoll_create1(0);
    for (int i = 0; i < 3; ++i) {
        clock_gettime(CLOCK_MONOTONIC, &before);
        if (epoll_wait(set, &event, 1, 1000) != 0)
            return 3;
        clock_gettime(CLOCK_MONOTONIC, &after);
        snprintf(text, sizeof text, "%ld\n",
            (after.tv_sec - before.tv_sec) * 1000 + (after.tv_nsec - before.tv_nsec) / 1000000);
        say(text);
    }
    return 0;
}

static int writeAll(void) /* more than a pipe holds, in one call */
{
    static char bytes[1000000];
    memset(bytes, 'x', sizeof bytes);
    return write(1, bytes, sizeof bytes) == (ssize_t)sizeof bytes ? 0 : 3;
}

static int writeVectors(void) /* the same, in two pieces */
{
    static char bytes[1000000];
    struct iovec pieces[2] = { { bytes, 400000 }, { bytes + 400000, 600000 } };
    memset(bytes, 'x', sizeof bytes);
    return writev(1, pieces, 2) == (ssize_t)sizeof bytes ? 0 : 3;
}

static int pour(void) /* numbered lines, a megabyte at a time */
{
    static char bytes[1 << 20];
    char number[16];
    char byte;
    int cut = 0;
    say("ready\n");
    if (read(0, &byte, 1) != 1)
        return 4;
    for (int from = 0; from < 1 << 21; from += 1 << 17) {
        for (int i = 0; i < 1 << 17; ++i) {
            snprintf(number, sizeof number, "%07d\n", from + i);
            memcpy(bytes + 8 * i, number, 8);
        }
        for (size_t done = 0; done < sizeof bytes;) { /* as full_write of gnulib */
            const ssize_t got = write(1, bytes + done, sizeof bytes - done);
            if (got < 0)
                return 3;
            done += (size_t)got;
            cut |= done < sizeof bytes;
        }
    }
    say("end\n");
    return cut ? 3 : 0;
}

static int heldOutside(void) /* by one whom it has made, but whose parent it is not */
{
    int ends[2];
    char byte;
    if (pipe(ends) != 0)
        return 4;
    if (fork() == 0) {
        if (fork() != 0)
            _exit(0);
        setsid();
        close(ends[0]);
        _exit(read(0, &byte, 1) == 1 && write(ends[1], &byte, 1) == 1 ? 0 : 4);
    }
    wait(NULL);
    say("ready\n");
    if (read(ends[0], &byte, 1) != 1)
        return 3;
    return write(1, &byte, 1) == 1 ? 0 : 4;
}

static int waitForEachOther(void)
{
    int one[2];
    int two[2];
    char byte;
    if (pipe(one) != 0 || pipe(two) != 0)
        return 4;
    const int child = fork() == 0;
    close(one[!child]);
    close(two[child]);
    return read(child ? two[0] : one[0], &byte, 1) == 1 ? 0 : 5;
}

static int forkEach(void) /* a child for each byte */
{
    char byte;
    while (read(0, &byte, 1) == 1) {
        if (fork() == 0) {
            say("child\n");
            _exit(7);
        }
        wait(NULL);
        say("parent\n");
    }
    return 0;
}

static int readFifo(const char* path) /* which waits in open(2) until somebody writes there */
{
    char bytes[16];
    const int fifo = open(path, O_RDONLY);
    if (fifo < 0)
        return 3;
    while (read(fifo, bytes, sizeof bytes) > 0) { }
    return 0;
}

static void* readThere(void* nothing)
{
    exit(echo() + (nothing != NULL));
}

static int threads(void)
{
    pthread_t thread;
    pthread_create(&thread, NULL, readThere, NULL);
    pthread_join(thread, NULL);
    return 0;
}

static void onUser(int number)
{
    (void)number;
    say("signal\n");
}

/* Upon "exec" it is another program. */
static void* readOrExecute(void* nothing)
{
    char bytes[4096];
    ssize_t got;
    (void)nothing;
    while ((got = read(0, bytes, sizeof bytes)) > 0) {
        if (got == 4 && memcmp(bytes, "exec", 4) == 0)
            execl("/bin/cat", "cat", (char*)NULL);
        if (write(1, bytes, (size_t)got) != got)
            exit(4);
    }
    exit(got < 0 ? 3 : 0);
}

static int headless(void) /* its first thread ends before the other, upon a signal */
{
    pthread_t thread;
    sigset_t user;
    sigemptyset(&user);
    sigaddset(&user, SIGUSR1);
    signal(SIGUSR1, onUser);
    pthread_sigmask(SIG_BLOCK, &user, NULL); /* the other thread does not take it */
    pthread_create(&thread, NULL, readOrExecute, NULL);
    say("ready\n");
    sigemptyset(&user);
    sigsuspend(&user);
    pthread_exit(NULL);
}

static int compute(void)
{
    volatile unsigned long turns = 0;
    struct sigaction action = { .sa_handler = onUser };
    sigaction(SIGUSR1, &action, NULL);
    say("ready\n");
    for (;;)
        ++turns;
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0); /* where Yama would forbid it */
    signal(SIGWINCH, SIG_IGN);
    if (strcmp(way, "closed") == 0)
        prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    if (strcmp(way, "epoll") == 0)
        return epollEcho(argc > 2 ? atoi(argv[2]) : -1);
    if (strcmp(way, "late") == 0)
        return epollOnce();
    if (strcmp(way, "fifo") == 0 && argc > 2)
        return readFifo(argv[2]);
    if (strcmp(way, "write") == 0)
        return writeAll();
    if (strcmp(way, "writev") == 0)
        return writeVectors();
    if (strcmp(way, "pour") == 0)
        return pour();
    if (strcmp(way, "outside") == 0)
        return heldOutside();
    if (strcmp(way, "pair") == 0)
        return waitForEachOther();
    if (strcmp(way, "fork") == 0)
        return forkEach();
    if (strcmp(way, "threads") == 0)
        return threads();
    if (strcmp(way, "headless") == 0)
        return headless();
    if (strcmp(way, "compute") == 0)
        return compute();
    if (strcmp(way, "handler") == 0)
        signal(SIGUSR1, onUser); /* with SA_RESTART, signal(2) of glibc */
    return echo();
}
