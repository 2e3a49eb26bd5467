// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// plights WAY [PATH]: says "PID CHILD" and then waits in that way.
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int to[2], back[2];
static char byte;

static void tell(pid_t child)
{
    char line[64];
    const int length = snprintf(line, sizeof line, "%d %d\n", getpid(), child);
    write(1, line, (size_t)length);
}

static void* hold(void* nothing)
{
    pthread_mutex_lock(&mutex);
    pause();
    return nothing;
}

static pid_t forked(void)
{
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child == 0) {
        alarm(100);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(1);
    }
    return child;
}

// The child's answer stays in its own buffer, and it waits for the next question, or does nothing.
static void keep(int asks)
{
    const pid_t child = forked();
    if (child == 0) {
        FILE* const answers = fdopen(back[1], "w");
        fputs("fourteen bytes", answers);
        if (asks)
            read(to[0], &byte, 1);
        pause();
    }
    tell(child);
    close(to[0]);
    close(back[1]);
    read(back[0], &byte, 1);
}

static void shareFile(const char* path)
{
    const int file = open(path, O_RDWR | O_CREAT, 0600);
    const pid_t child = forked();
    if (child == 0) {
        flock(open(path, O_RDWR), LOCK_EX);
        write(back[1], "x", 1);
        pause();
    }
    read(back[0], &byte, 1);
    tell(child);
    flock(file, LOCK_EX);
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    const char* const path = argc > 2 ? argv[2] : "";
    alarm(100); // whoever started us is gone
    pipe(to);
    pipe(back);
    if (strcmp(way, "zombie") == 0) {
        const pid_t child = fork();
        if (child == 0)
            _exit(7);
        tell(child);
    } else if (strcmp(way, "vfork") == 0) {
        tell(0);
        if (vfork() == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            pause();
            _exit(0);
        }
    } else if (strcmp(way, "mutex") == 0) {
        pthread_t thread;
        pthread_create(&thread, NULL, hold, NULL);
        while (pthread_mutex_trylock(&mutex) == 0)
            pthread_mutex_unlock(&mutex);
        tell(0);
        pthread_mutex_lock(&mutex);
    } else if (strcmp(way, "headless") == 0) {
        pthread_t thread;
        pthread_create(&thread, NULL, hold, NULL);
        tell(0);
        pthread_exit(NULL);
    } else if (strcmp(way, "wait") == 0) {
        const pid_t child = forked();
        if (child == 0)
            pause();
        tell(child);
        waitpid(child, NULL, 0);
    } else if (strcmp(way, "crossed") == 0) {
        const pid_t child = forked();
        if (child == 0)
            read(to[0], &byte, 1);
        tell(child);
        read(back[0], &byte, 1);
    } else if (strcmp(way, "kept") == 0) {
        keep(1);
    } else if (strcmp(way, "kept-live") == 0) {
        keep(0);
    } else if (strcmp(way, "open") == 0) {
        mkfifo(path, 0600);
        tell(0);
        open(path, O_RDONLY);
    } else if (strcmp(way, "flock") == 0) {
        shareFile(path);
    } else if (strcmp(way, "limit") == 0) {
        const struct timeval minute = { .tv_sec = 60 };
        int ends[2];
        socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
        setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &minute, sizeof minute);
        tell(0);
        read(ends[0], &byte, 1);
    } else if (strcmp(way, "spin") == 0) {
        tell(0);
        for (volatile unsigned long i = 0;; ++i) { }
    } else {
        tell(0);
    }
    for (;;)
        pause();
}
