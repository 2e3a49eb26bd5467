// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// woken WAY [live]: waits that end in ways that are easily overlooked; unless "live", nobody is
// left who could bring that about.
#include <linux/futex.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int live;

static void later(void) // three times as long as a verdict takes
{
    usleep(300 * 1000);
}

// Nobody else has its write end.
static void awaitNothing(void)
{
    int ends[2];
    char byte;
    pipe(ends);
    read(ends[0], &byte, 1);
}

static void nothing(int number)
{
    (void)number;
}

// A child sends a signal that its parent handles.
static int bySignal(int number)
{
    const struct sigaction action = { .sa_handler = nothing }; // no SA_RESTART
    const pid_t parent = getpid();
    if (fork() == 0) {
        if (live) {
            later();
            kill(parent, number);
        } else {
            awaitNothing();
        }
        return 0;
    }
    sigaction(number, &action, NULL);
    awaitNothing();
    return 0;
}

// One child waits for the parent, which waits for it, or until it stops; the other stops it.
static int untilStopped(const char* how)
{
    int ends[2];
    char byte;
    siginfo_t info;
    pipe(ends);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[1]);
        read(ends[0], &byte, 1);
        return 0;
    }
    close(ends[0]);
    if (fork() == 0) {
        close(ends[1]);
        if (live) {
            later();
            kill(child, SIGSTOP);
            later();
            kill(child, SIGCONT);
        } else {
            awaitNothing();
        }
        return 0;
    }
    if (strcmp(how, "stopped") == 0)
        waitpid(child, NULL, WUNTRACED);
    else if (strcmp(how, "continued") == 0)
        waitpid(child, NULL, WCONTINUED);
    else
        waitid(P_PID, (id_t)child, &info, WEXITED | WSTOPPED);
    return 0; // and so closes the pipe
}

static uint32_t word;

static void* wakes(void* nobody)
{
    if (!live)
        awaitNothing();
    later();
    __atomic_store_n(&word, 0, __ATOMIC_SEQ_CST);
    syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
    return nobody;
}

// A lock of the program's own, whose word is as that of a robust mutex.
static int atOwnLock(void)
{
    pthread_t thread;
    const uint32_t locked = FUTEX_WAITERS | (uint32_t)getpid();
    word = locked;
    pthread_create(&thread, NULL, wakes, NULL);
    while (__atomic_load_n(&word, __ATOMIC_SEQ_CST) == locked)
        syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, locked, NULL, NULL, 0);
    return 0;
}

static pthread_mutex_t mutex;
static pthread_t blocked;

static void unlock(void* nobody)
{
    (void)nobody;
    pthread_mutex_unlock(&mutex);
}

static void* blocks(void* nobody)
{
    usleep(50 * 1000);
    pthread_mutex_lock(&mutex);
    pthread_mutex_unlock(&mutex);
    return nobody;
}

static void* joins(void* nobody)
{
    pthread_mutex_lock(&mutex);
    pthread_cleanup_push(unlock, NULL);
    pthread_join(blocked, NULL);
    pthread_cleanup_pop(1);
    return nobody;
}

// One thread has the lock that the other waits for, and waits for its end; main cancels it.
static int inJoin(void)
{
    pthread_t thread;
    pthread_mutexattr_t checked;
    pthread_mutexattr_init(&checked);
    pthread_mutexattr_settype(&checked, PTHREAD_MUTEX_ERRORCHECK);
    pthread_mutex_init(&mutex, &checked);
    pthread_create(&blocked, NULL, blocks, NULL);
    pthread_create(&thread, NULL, joins, NULL);
    if (!live)
        awaitNothing();
    later();
    pthread_cancel(thread);
    pthread_join(blocked, NULL);
    return 0;
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    live = argc > 2 && strcmp(argv[2], "live") == 0;
    if (strcmp(way, "word") == 0)
        return atOwnLock();
    if (strcmp(way, "join") == 0)
        return inJoin();
    if (atoi(way) > 0)
        return bySignal(atoi(way));
    return untilStopped(way);
}
