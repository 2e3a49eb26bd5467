// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// nameless COUNT: so many eventfds, and as many epoll sets, timers and signal descriptors together;
// says how many there are of each, and waits for any of the eventfds.
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

static int another(int number)
{
    sigset_t none;
    sigemptyset(&none);
    return number % 3 == 0 ? epoll_create1(0)
        : number % 3 == 1  ? timerfd_create(CLOCK_MONOTONIC, 0)
                           : signalfd(-1, &none, 0);
}

int main(int argc, char** argv)
{
    const int wanted = argc > 1 ? atoi(argv[1]) : 1;
    struct pollfd* const set = calloc((size_t)wanted, sizeof *set);
    struct rlimit files;
    int count = 0;
    alarm(100); // whoever started us is gone
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    for (; count < wanted; ++count) {
        set[count] = (struct pollfd) { .fd = eventfd(0, 0), .events = POLLIN };
        if (set[count].fd < 0 || another(count) < 0)
            break;
    }
    printf("%d\n", count);
    fflush(stdout);
    poll(set, (nfds_t)count, -1);
    return 0;
}
