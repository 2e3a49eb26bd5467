// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// connections WAY [PATH]: a server and its client, connected in a way that is easily mistaken.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

union address {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
    struct sockaddr_un path;
};

static int listenAt(union address* address, socklen_t size)
{
    const int server = socket(address->any.sa_family, SOCK_STREAM, 0);
    if (bind(server, &address->any, size) != 0 || listen(server, 5) != 0)
        exit(1);
    getsockname(server, &address->any, &size);
    return server;
}

static void say(const union address* address, socklen_t size, const char* words)
{
    const int client = socket(address->any.sa_family, SOCK_STREAM, 0);
    connect(client, &address->any, size);
    write(client, words, strlen(words));
    close(client);
}

static void hear(int server)
{
    char bytes[16];
    const int accepted = accept(server, NULL, NULL);
    while (read(accepted, bytes, sizeof bytes) > 0) { }
    close(accepted);
}

// The client is gone, both of its connections closed, before the server accepts the first.
static void closedFirst(union address* address, socklen_t size)
{
    const int server = listenAt(address, size);
    if (fork() == 0) {
        say(address, size, "first");
        say(address, size, "second");
        exit(0);
    }
    wait(NULL);
    hear(server);
    hear(server);
}

static void connectElsewhere(union address* address, socklen_t size, const union address* to)
{
    const int server = listenAt(address, size);
    union address target = *to;
    target.v4.sin_port
        = address->any.sa_family == AF_INET6 ? address->v6.sin6_port : address->v4.sin_port;
    if (fork() == 0) {
        say(&target, sizeof target.v4, "words");
        exit(0);
    }
    hear(server);
    wait(NULL);
}

// Somebody else listens at the path that we did listen at, as soon as we have left it.
static void takenOver(union address* address, socklen_t size)
{
    char byte;
    const int server = listenAt(address, size);
    unlink(address->path.sun_path);
    if (fork() == 0) {
        close(server);
        const int client = socket(AF_UNIX, SOCK_STREAM, 0);
        while (connect(client, &address->any, size) != 0)
            usleep(1000);
        read(client, &byte, 1);
        exit(0);
    }
    accept(server, NULL, NULL);
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    union address address, to;
    memset(&address, 0, sizeof address);
    memset(&to, 0, sizeof to);
    to.v4.sin_family = AF_INET;
    if (strcmp(way, "dual-stack") == 0) { // "::", and a client that knows only IPv4
        address.v6.sin6_family = AF_INET6;
        to.v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connectElsewhere(&address, sizeof address.v6, &to);
    } else if (strcmp(way, "any") == 0) { // to 0.0.0.0
        address.v4.sin_family = AF_INET;
        connectElsewhere(&address, sizeof address.v4, &to);
    } else if (strcmp(way, "tcp-closed-first") == 0) {
        address.v4.sin_family = AF_INET;
        address.v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        closedFirst(&address, sizeof address.v4);
    } else if (argc > 2) {
        address.path.sun_family = AF_UNIX;
        strncpy(address.path.sun_path, argv[2], sizeof address.path.sun_path - 1);
        if (strcmp(way, "unix-closed-first") == 0)
            closedFirst(&address, sizeof address.path);
        else
            takenOver(&address, sizeof address.path);
    }
    return 0;
}
