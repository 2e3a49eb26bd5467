// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// deadlocks WAY: two or three processes that wait for each other, or only seem to.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <termios.h>
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

// Its read ends after a second, termios(3), though only itself could write.
static int readTerminal(void)
{
    const int master = posix_openpt(O_RDWR | O_NOCTTY);
    struct termios raw;
    char byte;
    grantpt(master);
    unlockpt(master);
    const int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    tcgetattr(slave, &raw);
    cfmakeraw(&raw);
    raw.c_cc[VMIN] = 0;
    raw.c_cc[VTIME] = 10;
    tcsetattr(slave, TCSANOW, &raw);
    return (int)read(slave, &byte, 1);
}

// Many that came and went.
static void makeManyChildren(void)
{
    for (int i = 0; i < 1500; ++i) {
        if (fork() == 0)
            _exit(0);
        wait(NULL);
    }
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
    if (strcmp(way, "terminal") == 0)
        return readTerminal();
    if (strcmp(way, "late") == 0)
        makeManyChildren();
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
        if (strcmp(way, "plain") != 0 && strcmp(way, "late") != 0)
            sigaction(SIGALRM, &interrupts, NULL);
        struct pollfd one = { .fd = pipes[0][0], .events = POLLIN };
        timer_t timer; // it sends SIGALRM, timer_create(2)
        const struct itimerspec second = { .it_value = { 1, 0 } };
        if (strcmp(way, "alarm") == 0)
            alarm(1);
        if (strcmp(way, "swap") == 0) { // the old one is written over the new one
            struct itimerval both = { .it_value = { 1, 0 } };
            setitimer(ITIMER_REAL, &both, &both);
        }
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
