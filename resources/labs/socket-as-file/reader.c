/* Listens, starts the writer, and shows what comes, as it comes, until the end of file. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <err.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc != 3)
        errx(1, "usage: reader --mode=full --flush=no");
    struct sockaddr_in address = {.sin_family = AF_INET}; /* port 0: any that is free */
    socklen_t size = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, 1) != 0)
        err(1, "listen");
    getsockname(listener, (struct sockaddr *)&address, &size);
    char port[20];
    snprintf(port, sizeof port, "%d", ntohs(address.sin_port));

    pid_t child = fork();
    if (child == 0) {
        close(listener);
        execl("./writer", "./writer", port, argv[1], argv[2], (char *)NULL);
    }
    if (child <= 0)
        err(1, "writer");

    int connection = accept(listener, NULL, NULL);
    char bytes[1024];
    ssize_t count;
    while ((count = read(connection, bytes, sizeof bytes)) > 0) {
        printf("got: %.*s", (int)count, bytes);
        fflush(stdout);
    }
    printf("end of file\n");
    fflush(stdout);
    waitpid(child, NULL, 0);
    return 0;
}
