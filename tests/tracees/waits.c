// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// waits WAY
#define _GNU_SOURCE
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// Makes a child that reads all that goes to stdout from now on. Who gets 0 is that child, and done.
static int print_for_child(const int* ends)
{
    char bytes[64];
    if (fork() == 0) {
        close(ends[1]);
        while (read(ends[0], bytes, sizeof bytes) > 0) { }
        return 0;
    }
    dup2(ends[1], STDOUT_FILENO);
    close(ends[1]);
    close(ends[0]);
    return 1;
}

// Prints for that child, and flushes a while after each line, or never.
static int prints(const int* ends, int flushes)
{
    if (!print_for_child(ends))
        return 0;
    for (int line = 0; line < 8; ++line) {
        usleep(200 * 1000);
        printf("line %d\n", line);
        usleep(20 * 1000);
        if (flushes)
            fflush(stdout);
    }
    return 0;
}

static void on_first_processor(void)
{
    cpu_set_t first;
    CPU_ZERO(&first);
    CPU_SET(0, &first);
    sched_setaffinity(0, sizeof first, &first);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// Prints, and would flush in a moment; but for most of a second others have the processor.
static int crowded(const int* ends)
{
    const struct sched_param none = { 0 };
    on_first_processor();
    if (!print_for_child(ends))
        return 0;
    sched_setscheduler(0, SCHED_IDLE, &none);
    printf("line\n");
    for (int other = 0; other < 4; ++other) {
        if (fork() != 0)
            continue;
        close(STDOUT_FILENO);
        sched_setscheduler(0, SCHED_OTHER, &none);
        const double end = seconds() + 0.8;
        while (seconds() < end) { }
        _exit(0);
    }
    usleep(20 * 1000);
    fflush(stdout);
    return 0;
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    const struct timespec moment = { 0, 150 * 1000 * 1000 };
    int ends[2];
    pipe(ends); // 3 and 4
    struct pollfd both[2] = { { .fd = ends[0], .events = POLLIN }, { .fd = 0, .events = POLLIN } };
    if (strcmp(way, "sleep") == 0)
        nanosleep(&moment, NULL);
    else if (strcmp(way, "poll") == 0)
        poll(both, 2, 150);
    else if (strcmp(way, "spin") == 0)
        for (volatile unsigned long i = 0;; ++i) { }
    else if (strcmp(way, "tick") == 0)
        for (;;) {
            write(ends[1], "t", 1);
            read(ends[0], both, 1);
        }
    else if (strcmp(way, "flushes") == 0 || strcmp(way, "keeps") == 0)
        return prints(ends, way[0] == 'f');
    else if (strcmp(way, "crowded") == 0)
        return crowded(ends);
    return 0;
}
