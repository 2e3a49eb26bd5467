/* Sends messages to the mailbox, each with one call; then waits for Enter to end. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

int main(int argc, char **argv)
{
    int type = SOCK_STREAM, messages = 3, little = 1; /* the kernel gives a little more */
    for (int i = 1; i < argc; i++) {
        type = strcmp(argv[i], "--kind=datagram") == 0 ? SOCK_DGRAM : type;
        sscanf(argv[i], "--messages=%d", &messages);
    }
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "mailbox"};
    int to = socket(AF_UNIX, type, 0);
    setsockopt(to, SOL_SOCKET, SO_SNDBUF, &little, sizeof little); /* soon full */
    if (connect(to, (struct sockaddr *)&address, sizeof address) != 0)
        err(1, "connect to mailbox");
    for (int n = 1; n <= messages; n++) {
        char text[50];
        int size = snprintf(text, sizeof text, "message %d", n);
        if (send(to, text, (size_t)size, 0) < 0)
            err(1, "message %d", n);
    }
    printf("%d messages sent. Press Enter to end.\n", messages);
    getchar();
    return 0;
}
