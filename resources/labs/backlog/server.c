/* Listens, but accepts nobody until it is told to: one client for each Enter. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int backlog = 1;
    for (int i = 1; i < argc; i++)
        sscanf(argv[i], "--backlog=%d", &backlog);
    struct sockaddr_in address = {.sin_family = AF_INET}; /* port 0: any that is free */
    socklen_t size = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, backlog) != 0)
        err(1, "listen");
    getsockname(listener, (struct sockaddr *)&address, &size);
    FILE *file = fopen("port", "w"); /* so that the clients find us */
    if (file == NULL || fprintf(file, "%d\n", ntohs(address.sin_port)) < 0 || fclose(file) != 0)
        err(1, "port");

    printf("Busy. Press Enter to accept a client.\n");
    while (getchar() != EOF) {
        int client = accept(listener, NULL, NULL);
        char name[50];
        ssize_t count = recv(client, name, sizeof name, 0);
        if (count < 0)
            err(1, "client");
        dprintf(client, "Welcome, %.*s!\n", (int)count, name);
        close(client);
    }
    return 0;
}
