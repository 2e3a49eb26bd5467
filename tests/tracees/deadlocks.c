// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// deadlocks WAY: two or three processes that wait for each other, or only seem to.
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int pipes[3][2];

static int ask(int in)
{
    char byte;
    return (int)read(pipes[in][0], &byte, 1);
}

// Each takes what comes to it and passes it on: `rounds` times.
static int ring(int place, int rounds)
{
    for (; rounds > 0; --rounds) {
        ask(place);
        usleep(20 * 1000);
        write(pipes[(place + 1) % 3][1], "x", 1);
    }
    return 0;
}

static void nothing(int number)
{
    (void)number;
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    const struct sigaction interrupts = { .sa_handler = nothing };
    for (int i = 0; i < 3; ++i)
        pipe(pipes[i]);
    if (strcmp(way, "ring") == 0) {
        const pid_t second = fork();
        if (second == 0)
            return ring(1, 20);
        if (fork() == 0)
            return ring(2, 20);
        write(pipes[0][1], "x", 1);
        ring(0, 20);
        while (wait(NULL) > 0) { }
        return 0;
    }
    if (fork() == 0) { // the child waits for pipe 0, the parent for pipe 1
        sigaction(SIGALRM, &interrupts, NULL);
        struct pollfd one = { .fd = pipes[0][0], .events = POLLIN };
        timer_t timer; // it sends SIGALRM, timer_create(2)
        const struct itimerspec second = { .it_value = { 1, 0 } };
        if (strcmp(way, "alarm") == 0)
            alarm(1);
        if (strcmp(way, "timer") == 0 && timer_create(CLOCK_MONOTONIC, NULL, &timer) == 0)
            timer_settime(timer, 0, &second, NULL);
        if (strcmp(way, "timeout") == 0)
            poll(&one, 1, 800);
        else
            ask(0);
        write(pipes[1][1], "x", 1);
        return 0;
    }
    ask(1);
    write(pipes[0][1], "x", 1);
    while (wait(NULL) > 0) { }
    return 0;
}
