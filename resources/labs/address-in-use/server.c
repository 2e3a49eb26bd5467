/* Serves one client, and ends. Started again, it wants the same port again. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int reuse = 0, client_first = 0, port = 0; /* 0: the kernel chooses a free one */
    for (int i = 1; i < argc; i++) {
        reuse |= strcmp(argv[i], "--reuse=yes") == 0;
        client_first |= strcmp(argv[i], "--first=client") == 0;
    }
    FILE *file = fopen("port", "r"); /* the one that we had last time */
    if (file != NULL) {
        if (fscanf(file, "%d", &port) != 1)
            errx(1, "port");
        fclose(file);
    }
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((in_port_t)port)};
    socklen_t size = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &reuse, sizeof reuse);
    if (bind(listener, (struct sockaddr *)&address, size) != 0)
        err(1, "bind to port %d", port);
    if (listen(listener, 5) != 0)
        err(1, "listen");
    getsockname(listener, (struct sockaddr *)&address, &size);
    file = fopen("port", "w");
    if (file == NULL || fprintf(file, "%d\n", ntohs(address.sin_port)) < 0 || fclose(file) != 0)
        err(1, "port");
    printf("Listening on port %d.\n", ntohs(address.sin_port));
    fflush(stdout);

    int client = accept(listener, NULL, NULL);
    dprintf(client, "Good day.\n");
    char byte;
    while (client_first && recv(client, &byte, 1, 0) > 0)
        continue; /* until the client has closed its end */
    close(client);
    return 0;
}
