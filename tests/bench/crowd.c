// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// crowd PROCESSES PIPES COMMAND…: so many processes, each with both ends of so many pipes of its
// own, in a ring: the first waits for the second, that for the third, and so on for a few, and the
// others sleep. Runs the command with "@" replaced by the number of the first, and ends with its
// exit code. Whatever happens to it, nothing stays: all end with their parent.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { kChain = 5 };

static void be(int links[][2], int place, int pipes, int ready)
{
    char byte = 0;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    alarm(300);
    for (int i = 0; i < pipes; ++i) {
        int ends[2];
        pipe(ends);
    }
    for (int i = 0; i < kChain; ++i) { // reads its own link, writes the one before
        if (i != place)
            close(links[i][0]);
        if (i + 1 != place)
            close(links[i][1]);
    }
    write(ready, &byte, 1);
    close(ready);
    if (place < kChain)
        read(links[place][0], &byte, 1);
    for (;;)
        pause();
}

static int run(char** words, pid_t first)
{
    char number[16];
    int status = 0;
    snprintf(number, sizeof number, "%d", first);
    for (char** word = words; *word; ++word) {
        if (strcmp(*word, "@") == 0)
            *word = number;
    }
    if (fork() == 0) {
        execvp(words[0], words);
        _exit(127);
    }
    while (wait(&status) < 0) { }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

int main(int argc, char** argv)
{
    int links[kChain][2], ready[2];
    char byte;
    if (argc < 4)
        return 2;
    const int count = atoi(argv[1]);
    pid_t* const crowd = calloc((size_t)count + 1, sizeof *crowd);
    for (int i = 0; i < kChain; ++i)
        pipe(links[i]);
    pipe(ready);
    for (int i = 0; i < count; ++i) {
        crowd[i] = fork();
        if (crowd[i] == 0)
            be(links, i, atoi(argv[2]) / 2, ready[1]);
        if (crowd[i] < 0)
            break;
    }
    close(ready[1]);
    for (int i = 0; i < kChain; ++i) {
        close(links[i][0]);
        close(links[i][1]);
    }
    while (read(ready[0], &byte, 1) > 0) { } // until all are there
    const int code = run(argv + 3, crowd[0]);
    for (int i = 0; i < count; ++i) {
        if (crowd[i] > 0)
            kill(crowd[i], SIGKILL);
    }
    while (wait(NULL) > 0) { }
    free(crowd);
    return code;
}
