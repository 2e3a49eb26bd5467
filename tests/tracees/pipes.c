// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// pipes WAY: a writer and a reader, two processes.
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int ends[2];
static char room[1 << 20];

// Reads all, at most `most` at once.
static int reader(size_t most)
{
    close(ends[1]);
    while (read(ends[0], room, most) > 0) { }
    return 0;
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    const int closesEarly = strcmp(way, "broken") == 0 || strcmp(way, "killed") == 0;
    if (pipe(ends) != 0)
        return 1;
    if (strcmp(way, "broken") == 0)
        signal(SIGPIPE, SIG_IGN);
    const int upwards = strcmp(way, "upwards") == 0; // the child writes
    const pid_t other = fork();
    if (upwards && other != 0)
        return reader(4000);
    if (other == 0 && closesEarly)
        return 0;
    if (other == 0 && !upwards)
        return reader(strcmp(way, "much") == 0 ? sizeof room : 4000);
    close(ends[0]);
    if (closesEarly) {
        waitpid(other, NULL, 0);
        return write(ends[1], "x", 1) < 0 && errno == EPIPE ? 5 : 6;
    }
    if (upwards || strcmp(way, "messages") == 0) {
        for (int i = 0; i < 2000; ++i)
            dprintf(ends[1], "message %04d\n", i);
    } else if (strcmp(way, "binary") == 0) {
        char bytes[256];
        for (int i = 0; i < 256; ++i)
            bytes[i] = (char)i;
        write(ends[1], bytes, sizeof bytes);
    } else if (strcmp(way, "large") == 0) {
        write(ends[1], room, sizeof room);
    } else if (strcmp(way, "much") == 0) { // argv[2] times as much
        for (int i = atoi(argv[2]); i > 0; --i)
            write(ends[1], room, sizeof room);
    }
    close(ends[1]);
    wait(NULL);
    return 0;
}
