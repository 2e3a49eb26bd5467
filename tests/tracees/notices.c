// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// notices WHAT [TIMES]: says on stdout what the program itself can notice of its surroundings. What
// takes time takes so many times as long.
#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/tracees/notices.h"

int main(int argc, char** argv)
{
    times = argc > 2 ? atoi(argv[2]) : 1;
    for (size_t i = 0; i < sizeof all / sizeof *all; ++i) {
        if (argc > 1 && strcmp(argv[1], all[i].name) == 0) {
            all[i].tell();
            return 0;
        }
    }
    return 1;
}
