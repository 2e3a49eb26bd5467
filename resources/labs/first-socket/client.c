/* Connects to the server, and sends what you type: a line, an answer, a line, an answer. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <err.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    int port;
    FILE *file = fopen("port", "r"); /* the server has written it there */
    if (file == NULL || fscanf(file, "%d", &port) != 1)
        errx(1, "the server does not listen yet");
    fclose(file);

    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((in_port_t)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int server = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(server, (struct sockaddr *)&address, sizeof address) != 0)
        err(1, "connect");

    char line[200], answer[200];
    ssize_t count;
    while ((count = recv(server, answer, sizeof answer, 0)) > 0) {
        printf("%.*s", (int)count, answer);
        fflush(stdout);
        if (fgets(line, sizeof line, stdin) == NULL)
            return 0;
        if (send(server, line, strlen(line), 0) < 0)
            err(1, "send");
    }
    printf("The server has gone.\n");
    return 0;
}
