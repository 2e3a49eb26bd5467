/* Connects, says its name, and waits for the welcome. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    int give_up = 0, port;
    for (int i = 1; i < argc; i++)
        give_up |= strcmp(argv[i], "--patience=short") == 0;
    FILE *file = fopen("port", "r"); /* the server has written it there */
    if (file == NULL || fscanf(file, "%d", &port) != 1)
        errx(1, "the server does not listen yet");
    fclose(file);

    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((in_port_t)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int server = socket(AF_INET, SOCK_STREAM, 0);
    if (give_up)
        fcntl(server, F_SETFL, O_NONBLOCK); /* connect returns at once, and goes on by itself */
    if (connect(server, (struct sockaddr *)&address, sizeof address) != 0) {
        struct pollfd connected = {.fd = server, .events = POLLOUT};
        if (errno != EINPROGRESS)
            err(1, "connect");
        if (poll(&connected, 1, 500) == 0)
            errx(1, "no connection in half a second, I give up");
    }
    fcntl(server, F_SETFL, 0); /* from here on, wait as long as it takes */
    printf("Connected.\n");
    fflush(stdout);
    if (send(server, argv[1], strlen(argv[1]), 0) < 0)
        err(1, "send");
    char welcome[100];
    ssize_t count = recv(server, welcome, sizeof welcome, 0);
    if (count < 0)
        err(1, "recv");
    printf("%.*s", (int)count, welcome);
    return 0;
}
