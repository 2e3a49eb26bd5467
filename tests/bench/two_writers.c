// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// two_writers SECONDS: one child writes 10 000 lines a second into a pipe, another a line every
// 50 ms into a second pipe, "slow NUMBER NANOSECONDS": CLOCK_MONOTONIC just before the write. Each
// pipe has a child that reads it.

static const long kNanoseconds = 1000000000L;

static long long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long long)time.tv_sec * kNanoseconds + time.tv_nsec;
}

static void sleepUntil(long long moment)
{
    const struct timespec time = { moment / kNanoseconds, moment % kNanoseconds };
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL);
}

// Writes `lines` lines each `period` nanoseconds.
static void writeLines(int fd, const char* name, int lines, long long period, long seconds)
{
    const long long begin = now();
    long number = 0;
    for (long long due = begin; due < begin + seconds * kNanoseconds; due += period) {
        sleepUntil(due);
        for (int i = 0; i < lines; ++i) {
            char line[80];
            const int length = snprintf(line, sizeof line, "%s %ld %lld\n", name, ++number, now());
            if (write(fd, line, (size_t)length) != length)
                _exit(1);
        }
    }
}

static void readAll(int fd)
{
    char bytes[65536];
    while (read(fd, bytes, sizeof bytes) > 0) { }
}

static void startPair(const char* name, int lines, long long period, long seconds)
{
    int ends[2];
    if (pipe(ends) != 0)
        exit(1);
    if (fork() == 0) {
        close(ends[1]);
        readAll(ends[0]);
        _exit(0);
    }
    if (fork() == 0) {
        close(ends[0]);
        writeLines(ends[1], name, lines, period, seconds);
        _exit(0);
    }
    close(ends[0]);
    close(ends[1]);
}

int main(int argc, char** argv)
{
    const long seconds = argc > 1 ? atol(argv[1]) : 6;
    startPair("flood", 10, 1000000, seconds);
    startPair("slow", 1, 50000000, seconds);
    while (wait(NULL) > 0) { }
    return 0;
}
