// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// partial WAY [live]: waits that bytes do not end which are there, or were; with "live" more come,
// after a while.
#include <netinet/in.h>
#include <poll.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int live;
static int own[2];

static void later(void) // three times as long as a verdict takes
{
    usleep(300 * 1000);
}

static void connectPair(int tcp)
{
    struct sockaddr_in address = { .sin_family = AF_INET };
    socklen_t length = sizeof address;
    if (!tcp) {
        socketpair(AF_UNIX, SOCK_STREAM, 0, own);
        return;
    }
    const int server = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(server, (struct sockaddr*)&address, sizeof address);
    listen(server, 1);
    getsockname(server, (struct sockaddr*)&address, &length);
    own[0] = socket(AF_INET, SOCK_STREAM, 0);
    connect(own[0], (struct sockaddr*)&address, sizeof address);
    own[1] = accept(server, NULL, NULL);
    close(server);
}

// The child wants a hundred bytes, of which the parent sends half, and waits for the answer. Of
// those that come later than it waits those that do not wake it stay in the socket.
static int wantsAll(int tcp, int flags, int least, int comeLater, int polls)
{
    char bytes[100] = { 0 };
    connectPair(tcp);
    setsockopt(own[1], SOL_SOCKET, SO_RCVLOWAT, &least, sizeof least);
    if (!comeLater)
        write(own[0], bytes, 50);
    if (fork() == 0) {
        struct pollfd wanted = { own[1], POLLIN, 0 };
        close(own[0]);
        if (polls)
            poll(&wanted, 1, -1);
        recv(own[1], bytes, sizeof bytes, flags);
        return 0;
    }
    close(own[1]);
    usleep(30 * 1000); // it waits
    if (comeLater)
        write(own[0], bytes, 50);
    if (live) {
        later();
        write(own[0], bytes, sizeof bytes);
    }
    recv(own[0], bytes, 1, 0);
    return 0;
}

// Two bytes are in the pipe. Unless "live" nobody else can write there.
static void fillOwn(void)
{
    pipe(own);
    write(own[1], "ab", 2);
}

static void writeLater(void)
{
    if (live && fork() == 0) {
        later();
        write(own[1], "c", 1);
        _exit(0);
    }
}

// It is told of both, takes one, and waits to be told of the other.
static int edge(void)
{
    char byte;
    struct epoll_event event = { .events = EPOLLIN | EPOLLET };
    const int set = epoll_create1(0);
    fillOwn();
    epoll_ctl(set, EPOLL_CTL_ADD, own[0], &event);
    epoll_wait(set, &event, 1, -1);
    read(own[0], &byte, 1);
    writeLater();
    epoll_wait(set, &event, 1, -1);
    return 0;
}

// Of a pipe only its end is urgent.
static int urgent(void)
{
    struct pollfd wanted = { .events = POLLPRI };
    fillOwn();
    writeLater();
    if (live)
        close(own[1]);
    wanted.fd = own[0];
    poll(&wanted, 1, -1);
    return 0;
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    live = argc > 2 && strcmp(argv[2], "live") == 0;
    if (strcmp(way, "all-unix") == 0 || strcmp(way, "all-tcp") == 0)
        return wantsAll(strcmp(way, "all-tcp") == 0, MSG_WAITALL, 1, 1, 0);
    if (strcmp(way, "least-unix") == 0 || strcmp(way, "least-tcp") == 0)
        return wantsAll(strcmp(way, "least-tcp") == 0, 0, 100, 0, 0);
    if (strcmp(way, "least-later") == 0 || strcmp(way, "least-polled") == 0)
        return wantsAll(
            1, 0, 100, strcmp(way, "least-later") == 0, strcmp(way, "least-polled") == 0);
    if (strcmp(way, "edge") == 0)
        return edge();
    if (strcmp(way, "urgent") == 0)
        return urgent();
    return 2;
}
