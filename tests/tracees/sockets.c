// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// sockets WAY [PATH]: two processes, or one where both ends are its own.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static void talk(int server, const struct sockaddr* address, socklen_t length)
{
    char bytes[16];
    bind(server, address, length);
    listen(server, 5);
    struct sockaddr_storage real;
    socklen_t size = sizeof real;
    getsockname(server, (struct sockaddr*)&real, &size);
    if (fork() == 0) {
        const int client = socket(address->sa_family, SOCK_STREAM, 0);
        connect(client, (struct sockaddr*)&real, size);
        write(client, "question", 8);
        read(client, bytes, sizeof bytes);
        exit(0);
    }
    const int accepted = accept(server, NULL, NULL);
    read(accepted, bytes, sizeof bytes);
    write(accepted, "answer", 6);
    wait(NULL);
}

static void waitAWhile(void)
{
    usleep(300 * 1000);
}

// A client that is connected and waits, while nobody has accepted it; by its own poll, or not.
static void connectBeforeAccept(const char* way)
{
    struct sockaddr_in address = { .sin_family = AF_INET };
    socklen_t size = sizeof address;
    char byte;
    const int server = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(server, (struct sockaddr*)&address, size);
    listen(server, 5);
    getsockname(server, (struct sockaddr*)&address, &size);
    if (fork() == 0) {
        const int later = strcmp(way, "poll") == 0 || strcmp(way, "accepted-first") == 0;
        const int client = socket(AF_INET, SOCK_STREAM | (later ? SOCK_NONBLOCK : 0), 0);
        close(server);
        connect(client, (struct sockaddr*)&address, size);
        if (strcmp(way, "accepted-first") == 0)
            waitAWhile();
        struct pollfd polled = { client, POLLOUT, 0 };
        if (later) {
            poll(&polled, 1, -1);
            fcntl(client, F_SETFL, 0);
        }
        read(client, &byte, 1);
        exit(0);
    }
    if (strcmp(way, "never-accepted") == 0)
        wait(NULL);
    if (strcmp(way, "accepted-first") != 0)
        waitAWhile();
    const int accepted = accept(server, NULL, NULL);
    waitAWhile();
    waitAWhile();
    write(accepted, "x", 1);
    wait(NULL);
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    if (strcmp(way, "tcp") == 0) {
        struct sockaddr_in address = { .sin_family = AF_INET };
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        talk(socket(AF_INET, SOCK_STREAM, 0), (struct sockaddr*)&address, sizeof address);
    } else if (strcmp(way, "unix") == 0) {
        struct sockaddr_un address = { .sun_family = AF_UNIX };
        strncpy(address.sun_path, argv[2], sizeof address.sun_path - 1);
        talk(socket(AF_UNIX, SOCK_STREAM, 0), (struct sockaddr*)&address, sizeof address);
        unlink(argv[2]);
    } else if (strcmp(way, "pair") != 0) {
        connectBeforeAccept(way);
    } else {
        int ends[2];
        char bytes[64], more[64];
        socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
        struct iovec out[2] = { { "first,", 6 }, { "second", 6 } };
        writev(ends[0], out, 2);
        struct iovec in[2] = { { bytes, 4 }, { more, sizeof more } };
        struct msghdr message = { .msg_iov = in, .msg_iovlen = 2 };
        recvmsg(ends[1], &message, 0);
        sendfile(ends[1], memfd_create("file", 0), NULL, 10); // empty: moves nothing
        const int file = memfd_create("file", 0);
        write(file, "0123456789", 10);
        off_t start = 2;
        sendfile(ends[1], file, &start, 100); // moves 8
        recv(ends[0], bytes, 3, MSG_PEEK);
        recv(ends[0], bytes, sizeof bytes, 0);
    }
    return 0;
}
