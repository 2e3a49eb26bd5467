/* Has a socket with a name in the folder, and receives once for each Enter. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int type = SOCK_STREAM, remove_first = 0;
    for (int i = 1; i < argc; i++) {
        type = strcmp(argv[i], "--kind=datagram") == 0 ? SOCK_DGRAM : type;
        remove_first |= strcmp(argv[i], "--remove=yes") == 0;
    }
    if (remove_first)
        unlink("mailbox"); /* the file of a server that has ended */
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "mailbox"};
    int from = socket(AF_UNIX, type, 0);
    if (bind(from, (struct sockaddr *)&address, sizeof address) != 0)
        err(1, "bind to mailbox");
    if (type == SOCK_STREAM) {
        if (listen(from, 5) != 0)
            err(1, "listen");
        from = accept(from, NULL, NULL);
    }
    printf("Press Enter to receive.\n");
    while (getchar() != EOF) {
        char text[100];
        ssize_t count = recv(from, text, sizeof text, 0);
        if (count < 0)
            err(1, "recv");
        printf("got “%.*s”\n", (int)count, text);
        fflush(stdout);
    }
    return 0; /* and the file stays */
}
