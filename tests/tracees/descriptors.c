// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// descriptors WAY
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int closeInOwnTable(void* nothing)
{
    (void)nothing;
    return close_range(3, ~0U, 2); // CLOSE_RANGE_UNSHARE
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    int ends[2];
    if (pipe(ends) != 0) // 3 and 4
        return 1;
    if (strcmp(way, "duplicates") == 0) {
        dup(ends[0]); // 5
        dup2(ends[1], 10);
        dup3(ends[1], 11, O_CLOEXEC);
        fcntl(ends[1], F_DUPFD, 12);
    } else if (strcmp(way, "over") == 0) {
        dup2(0, ends[1]);
    } else if (strcmp(way, "exec") == 0) {
        fcntl(ends[0], F_SETFD, FD_CLOEXEC);
        dup3(ends[1], 11, O_CLOEXEC);
        execl("/bin/true", "true", NULL);
    } else if (strcmp(way, "range") == 0) {
        dup2(ends[1], 10);
        dup2(ends[1], 20);
        close_range(4, 15, 0);
    } else if (strcmp(way, "mark") == 0) {
        close_range(3, ~0U, 4); // CLOSE_RANGE_CLOEXEC: only marks
        write(ends[1], "x", 1);
    } else if (strcmp(way, "own-table") == 0) {
        static char stack[65536];
        clone(closeInOwnTable, stack + sizeof stack, CLONE_FILES | SIGCHLD, NULL);
        wait(NULL);
        write(ends[1], "x", 1);
    }
    return 0;
}
