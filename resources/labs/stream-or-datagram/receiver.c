/* Receives once for each Enter, and shows what it got. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int type = SOCK_STREAM, lines = 0, small_room = 0, size = 100;
    for (int i = 1; i < argc; i++) {
        type = strcmp(argv[i], "--kind=datagram") == 0 ? SOCK_DGRAM : type;
        lines |= strcmp(argv[i], "--lines=yes") == 0;
        small_room |= strcmp(argv[i], "--room=small") == 0;
        sscanf(argv[i], "--size=%d", &size);
    }
    struct sockaddr_in address = {.sin_family = AF_INET}; /* port 0: any that is free */
    socklen_t length = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int from = socket(AF_INET, type, 0), least = 1; /* the kernel gives a little more */
    if (small_room)
        setsockopt(from, SOL_SOCKET, SO_RCVBUF, &least, sizeof least);
    if (bind(from, (struct sockaddr *)&address, length) != 0)
        err(1, "bind");
    if (type == SOCK_STREAM && listen(from, 1) != 0)
        err(1, "listen");
    getsockname(from, (struct sockaddr *)&address, &length);
    FILE *file = fopen("port", "w"); /* so that the sender finds us */
    if (file == NULL || fprintf(file, "%d\n", ntohs(address.sin_port)) < 0 || fclose(file) != 0)
        err(1, "port");
    if (type == SOCK_STREAM)
        from = accept(from, NULL, NULL);
    FILE *reader = lines ? fdopen(from, "r") : NULL; /* puts lines together again */

    printf("Press Enter to receive.\n");
    while (getchar() != EOF) {
        char text[1000] = "";
        if (reader != NULL && fgets(text, sizeof text, reader) == NULL)
            break; /* end of file */
        if (reader == NULL && recv(from, text, (size_t)size, 0) < 0)
            err(1, "recv");
        if (text[0] == '\0')
            break; /* end of file */
        text[strcspn(text, "\n")] = '\0';
        printf("got “%s”\n", text);
        fflush(stdout);
    }
    return 0;
}
