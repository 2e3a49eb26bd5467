/* Connects, and shows what the server says. */
#include <arpa/inet.h>
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int client_first = 0, port;
    for (int i = 1; i < argc; i++)
        client_first |= strcmp(argv[i], "--first=client") == 0;
    FILE *file = fopen("port", "r"); /* the server has written it there */
    if (file == NULL || fscanf(file, "%d", &port) != 1)
        errx(1, "the server does not listen yet");
    fclose(file);

    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((in_port_t)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int server = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(server, (struct sockaddr *)&address, sizeof address) != 0)
        err(1, "connect");
    char text[100];
    ssize_t count;
    while ((count = recv(server, text, sizeof text, 0)) > 0) {
        printf("%.*s", (int)count, text);
        if (client_first)
            break; /* else wait until the server has closed its end */
    }
    close(server);
    return 0;
}
