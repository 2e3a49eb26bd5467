// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// overlooked WAY: says "PID CHILD" and then waits in that way, of which the end is easily
// overlooked. overlooked WAY NAME: waits at what has that name, or number.
#include <fcntl.h>
#include <mqueue.h>
#include <netinet/in.h>
#include <poll.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/un.h>
#include <unistd.h>

static void tell(pid_t child)
{
    char line[64];
    const int length = snprintf(line, sizeof line, "%d %d\n", getpid(), child);
    write(1, line, (size_t)length);
}

static void waitForClients(void)
{
    struct sockaddr_un nameless = { .sun_family = AF_UNIX };
    struct epoll_event event = { .events = EPOLLIN };
    const int set = epoll_create1(0);
    const int server = socket(AF_UNIX, SOCK_STREAM, 0);
    bind(server, (struct sockaddr*)&nameless, sizeof(sa_family_t));
    listen(server, 5);
    epoll_ctl(set, EPOLL_CTL_ADD, server, &event);
    tell(0);
    epoll_wait(set, &event, 1, -1);
}

static void waitForSignals(void)
{
    struct signalfd_siginfo info;
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, NULL);
    const int fd = signalfd(-1, &set, 0);
    tell(0);
    read(fd, &info, sizeof info);
}

// It takes one line; stdio has read both.
static void waitForWhatIsRead(void)
{
    char line[16];
    int ends[2];
    pipe(ends);
    write(ends[1], "one\ntwo\n", 8);
    dup2(ends[0], 0);
    fgets(line, sizeof line, stdin);
    struct pollfd input = { .fd = 0, .events = POLLIN };
    tell(0);
    poll(&input, 1, -1);
}

// At files, and at a pipe whose other end the child has.
static void waitForFiles(void)
{
    int ends[2];
    pipe(ends);
    struct pollfd set[2]
        = { { .fd = inotify_init(), .events = POLLIN }, { .fd = ends[0], .events = POLLIN } };
    const pid_t child = fork();
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (;;)
            pause();
    }
    close(ends[1]);
    inotify_add_watch(set[0].fd, ".", IN_CREATE);
    tell(child);
    poll(set, 2, -1);
}

static void waitForTimer(void)
{
    const struct itimerspec soon = { .it_value = { .tv_sec = 90 } };
    const int timer = timerfd_create(CLOCK_REALTIME, 0);
    char expirations[8];
    timerfd_settime(timer, 0, &soon, NULL);
    tell(0);
    read(timer, expirations, sizeof expirations);
}

static void waitToSplice(void)
{
    int in[2], out[2];
    pipe(in);
    pipe(out);
    const pid_t child = fork();
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        close(out[0]);
        close(out[1]);
        for (;;)
            pause();
    }
    close(in[1]);
    tell(child);
    splice(in[0], NULL, out[1], NULL, 100, 0);
}

// As many connections wait to be accepted as may.
static void waitToConnect(int internet)
{
    struct sockaddr_un nameless = { .sun_family = AF_UNIX };
    struct sockaddr_in anywhere = { .sin_family = AF_INET };
    struct sockaddr_storage address;
    socklen_t length = sizeof address;
    const int server = socket(internet ? AF_INET : AF_UNIX, SOCK_STREAM, 0);
    if (internet)
        bind(server, (struct sockaddr*)&anywhere, sizeof anywhere);
    else
        bind(server, (struct sockaddr*)&nameless, sizeof(sa_family_t));
    listen(server, 0);
    getsockname(server, (struct sockaddr*)&address, &length);
    const pid_t child = fork();
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (;;)
            pause();
    }
    close(server);
    tell(child);
    for (;;)
        connect(socket(address.ss_family, SOCK_STREAM, 0), (struct sockaddr*)&address, length);
}

static void waitInMemory(sem_t* semaphore)
{
    sem_init(semaphore, 1, 0);
    sem_wait(semaphore);
}

// At what has a number, or a name.
static void waitByName(const char* way, const char* name)
{
    struct sembuf down = { 0, -1, 0 };
    char bytes[64];
    if (strcmp(way, "semop") == 0)
        semop(atoi(name), &down, 1);
    else if (strcmp(way, "msgrcv") == 0)
        msgrcv(atoi(name), bytes, 8, 5, 0);
    else if (strcmp(way, "mq_receive") == 0)
        mq_receive(mq_open(name, O_RDONLY), bytes, sizeof bytes, NULL);
    else if (strcmp(way, "sem_wait") == 0)
        sem_wait(sem_open(name, 0));
    else if (strcmp(way, "shm_open") == 0)
        waitInMemory(mmap(
            NULL, sizeof(sem_t), PROT_READ | PROT_WRITE, MAP_SHARED, shm_open(name, O_RDWR, 0), 0));
    else
        waitInMemory(shmat(atoi(name), NULL, 0));
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    alarm(100); // whoever started us is gone
    if (argc > 2)
        waitByName(way, argv[2]);
    else if (strcmp(way, "clients") == 0)
        waitForClients();
    else if (strcmp(way, "signals") == 0)
        waitForSignals();
    else if (strcmp(way, "unread") == 0)
        waitForWhatIsRead();
    else if (strcmp(way, "splice") == 0)
        waitToSplice();
    else if (strcmp(way, "files") == 0)
        waitForFiles();
    else if (strcmp(way, "timer") == 0)
        waitForTimer();
    else if (strcmp(way, "connect-unix") == 0 || strcmp(way, "connect-tcp") == 0)
        waitToConnect(strcmp(way, "connect-tcp") == 0);
    return 0;
}
