/* Accepts two clients, greets each, and then answers them in turn, a line at a time. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int close_listener = 0, ask_listener = 0;
    for (int i = 1; i < argc; i++) {
        close_listener |= strcmp(argv[i], "--listener=close") == 0;
        ask_listener |= strcmp(argv[i], "--receive=listener") == 0;
    }
    struct sockaddr_in address = {.sin_family = AF_INET}; /* port 0: any that is free */
    socklen_t size = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, 5) != 0)
        err(1, "listen");
    getsockname(listener, (struct sockaddr *)&address, &size);
    FILE *file = fopen("port", "w"); /* so that the clients find us */
    if (file == NULL || fprintf(file, "%d\n", ntohs(address.sin_port)) < 0 || fclose(file) != 0)
        err(1, "port");

    int client[2];
    for (int n = 0; n < 2; n++) {
        client[n] = accept(listener, NULL, NULL);
        if (client[n] < 0)
            err(1, "accept");
        dprintf(client[n], "Welcome to descriptor %d.\n", client[n]);
    }
    if (close_listener)
        close(listener);
    for (int n = 0;; n = !n) {
        char line[200];
        ssize_t count = recv(ask_listener ? listener : client[n], line, sizeof line, 0);
        if (count < 0)
            err(1, "recv");
        if (count == 0)
            return 0; /* a client has gone */
        dprintf(client[n], "Descriptor %d heard: %.*s", client[n], (int)count, line);
    }
}
