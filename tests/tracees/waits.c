// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// waits WAY
#include <poll.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

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
    return 0;
}
