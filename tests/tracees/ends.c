// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ends KIND SIDE [PATH]: the parent has the first end of a channel, its child the second. Says
// "PARENT FD CHILD FD"; then the side that is named ("first", "second") waits at its end, and the
// other does nothing.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <termios.h>
#include <unistd.h>

static int ends[2];
static const char* kind;
static const char* path;

static int is(const char* name)
{
    return strcmp(kind, name) == 0;
}

static int starts(const char* name)
{
    return strncmp(kind, name, strlen(name)) == 0;
}

static int type(void)
{
    return strstr(kind, "dgram") || starts("udp") ? SOCK_DGRAM
        : strstr(kind, "seqpacket")               ? SOCK_SEQPACKET
                                                  : SOCK_STREAM;
}

// Connects ends[0] to a listening socket; ends[1] is what was accepted, or the listener itself.
static void converse(int family, struct sockaddr* address, socklen_t length)
{
    const int listener = socket(family, type(), 0);
    struct sockaddr_storage real;
    socklen_t size = sizeof real;
    bind(listener, address, length);
    listen(listener, 5);
    getsockname(listener, (struct sockaddr*)&real, &size);
    ends[0] = socket(family, type(), 0);
    connect(ends[0], (struct sockaddr*)&real, size);
    if (strstr(kind, "unaccepted")) {
        ends[1] = listener;
        return;
    }
    ends[1] = accept(listener, NULL, NULL);
    close(listener);
}

// Two datagram sockets, each connected to the other's address.
static void greet(int family, struct sockaddr* address, socklen_t length)
{
    struct sockaddr_storage names[2];
    socklen_t sizes[2] = { sizeof names[0], sizeof names[1] };
    for (int i = 0; i < 2; ++i) {
        ends[i] = socket(family, SOCK_DGRAM, 0);
        bind(ends[i], address, length);
        getsockname(ends[i], (struct sockaddr*)&names[i], &sizes[i]);
        if (family == AF_UNIX)
            strcat(((struct sockaddr_un*)address)->sun_path, "2");
    }
    connect(ends[0], (struct sockaddr*)&names[1], sizes[1]);
    connect(ends[1], (struct sockaddr*)&names[0], sizes[0]);
}

static void internet(void)
{
    struct sockaddr_in v4 = { .sin_family = AF_INET };
    struct sockaddr_in6 v6 = { .sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT };
    v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    void (*const join)(int, struct sockaddr*, socklen_t) = starts("udp") ? greet : converse;
    if (strchr(kind, '6'))
        join(AF_INET6, (struct sockaddr*)&v6, sizeof v6);
    else
        join(AF_INET, (struct sockaddr*)&v4, sizeof v4);
}

static void terminal(void)
{
    struct termios raw;
    openpty(&ends[0], &ends[1], NULL, NULL, NULL);
    tcgetattr(ends[1], &raw);
    cfmakeraw(&raw);
    tcsetattr(ends[1], TCSANOW, &raw);
}

static void fifo(void)
{
    mkfifo(path, 0600);
    ends[0] = open(path, O_RDONLY | O_NONBLOCK);
    ends[1] = open(path, O_WRONLY);
    fcntl(ends[0], F_SETFL, 0);
}

static void makeEnds(void)
{
    struct sockaddr_un local = { .sun_family = AF_UNIX };
    if (path)
        strncpy(local.sun_path, path, sizeof local.sun_path - 2);
    if (is("pipe") || is("epoll") || is("poll") || is("select"))
        pipe(ends);
    else if (is("fifo"))
        fifo();
    else if (starts("pty"))
        terminal();
    else if (starts("pair"))
        socketpair(AF_UNIX, type(), 0, ends);
    else if (is("unix-dgram"))
        greet(AF_UNIX, (struct sockaddr*)&local, sizeof local);
    else if (starts("unix"))
        converse(AF_UNIX, (struct sockaddr*)&local, sizeof local);
    else if (starts("eventfd"))
        ends[0] = ends[1] = eventfd(0, 0);
    else
        internet();
}

static void waitAt(int fd, int second)
{
    static char room[1 << 20];
    struct pollfd one = { .fd = fd, .events = POLLIN };
    struct epoll_event event = { .events = EPOLLIN };
    fd_set set;
    if (is("epoll")) {
        const int waiter = epoll_create1(0);
        epoll_ctl(waiter, EPOLL_CTL_ADD, fd, &event);
        epoll_wait(waiter, &event, 1, -1);
    } else if (is("poll")) {
        poll(&one, 1, -1);
    } else if (is("select")) {
        FD_ZERO(&set);
        FD_SET(fd, &set);
        select(fd + 1, &set, NULL, NULL, NULL);
    } else if (is("pty-full") || (second && (is("pipe") || is("fifo")))) {
        write(fd, room, sizeof room); // more than there is room for
    } else if (strstr(kind, "unaccepted") && second) {
        accept(fd, NULL, NULL);
        accept(fd, NULL, NULL); // there is but one
    } else {
        read(fd, room, sizeof room);
    }
}

static void live(int waits, int second)
{
    if (waits)
        waitAt(ends[second], second);
    for (;;)
        pause();
}

int main(int argc, char** argv)
{
    kind = argc > 1 ? argv[1] : "";
    path = argc > 3 ? argv[3] : NULL;
    const int second = argc > 2 && strcmp(argv[2], "second") == 0;
    makeEnds();
    const pid_t parent = getpid();
    alarm(100); // whoever started us is gone
    const pid_t child = fork();
    if (child == 0) {
        alarm(100);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) // it was too late for that
            return 1;
        if (ends[0] != ends[1])
            close(ends[0]);
        live(second, 1);
    }
    if (ends[0] != ends[1])
        close(ends[1]);
    printf("%d %d %d %d\n", parent, ends[0], child, ends[1]);
    fclose(stdout);
    live(!second, 0);
}
