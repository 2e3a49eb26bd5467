/* Sends messages, each with one call, and ends. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int type = SOCK_STREAM, messages = 3, port;
    const char *end = "";
    for (int i = 1; i < argc; i++) {
        type = strcmp(argv[i], "--kind=datagram") == 0 ? SOCK_DGRAM : type;
        end = strcmp(argv[i], "--lines=yes") == 0 ? "\n" : end;
        sscanf(argv[i], "--messages=%d", &messages);
    }
    FILE *file = fopen("port", "r"); /* the receiver has written it there */
    if (file == NULL || fscanf(file, "%d", &port) != 1)
        errx(1, "the receiver is not there yet");
    fclose(file);

    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((in_port_t)port)};
    socklen_t length = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int to = socket(AF_INET, type, 0);
    if (type == SOCK_STREAM && connect(to, (struct sockaddr *)&address, length) != 0)
        err(1, "connect");
    for (int n = 1; n <= messages; n++) {
        char text[50];
        int size = snprintf(text, sizeof text, "message %d%s", n, end);
        ssize_t sent = type == SOCK_STREAM
            ? send(to, text, (size_t)size, 0)
            : sendto(to, text, (size_t)size, 0, (struct sockaddr *)&address, length);
        if (sent < 0)
            err(1, "message %d", n);
    }
    printf("%d messages sent, no error.\n", messages);
    return 0;
}
