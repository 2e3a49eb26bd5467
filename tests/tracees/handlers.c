// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// handlers WAY: a read(2) that waits is interrupted, and goes on after the handlers.
//   same  a handler whose first call is a read of the same descriptor
//   two   two signals at once, of whose handlers only the first restarts calls
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int ends[2];

static void readOne(int signal)
{
    char byte;
    (void)signal;
    read(ends[0], &byte, 1);
}

static void doNothing(int signal)
{
    (void)signal;
}

static void waitAWhile(void)
{
    usleep(200 * 1000);
}

static void handle(int signal, void (*handler)(int), int flags)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigaction(signal, &action, NULL);
}

int main(int argc, char** argv)
{
    char bytes[8];
    const int same = argc > 1 && strcmp(argv[1], "same") == 0;
    if (pipe(ends) != 0)
        return 1;
    handle(SIGUSR1, same ? readOne : doNothing, SA_RESTART);
    handle(SIGUSR2, doNothing, 0);
    if (fork() == 0) {
        const pid_t reader = getppid();
        waitAWhile();
        if (!same) { // while it is stopped both become pending, and come at once
            kill(reader, SIGSTOP);
            waitAWhile();
            kill(reader, SIGUSR2);
        }
        kill(reader, SIGUSR1);
        kill(reader, SIGCONT);
        waitAWhile();
        write(ends[1], "a", 1);
        waitAWhile();
        if (same)
            write(ends[1], "b", 1);
        exit(0);
    }
    const int got = read(ends[0], bytes, sizeof bytes) == 1;
    wait(NULL);
    return got ? 0 : 1;
}
