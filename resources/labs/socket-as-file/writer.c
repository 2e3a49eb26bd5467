/* Connects, and writes to the socket as to a file: three lines, then the end in two parts. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void wait_for_enter(const char *before)
{
    printf("Press Enter to %s.\n", before);
    while (getchar() != '\n' && !feof(stdin))
        continue;
}

int main(int argc, char **argv)
{
    if (argc != 4)
        errx(1, "started by the reader");
    struct sockaddr_in address = {.sin_family = AF_INET};
    address.sin_port = htons((in_port_t)atoi(argv[1]));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int connection = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(connection, (struct sockaddr *)&address, sizeof address) != 0)
        err(1, "connect");

    FILE *file = fdopen(dup(connection), "w"); /* so fclose leaves the socket open */
    if (file == NULL)
        err(1, "fdopen");
    if (strcmp(argv[2], "--mode=line") == 0)
        setvbuf(file, NULL, _IOLBF, BUFSIZ);
    if (strcmp(argv[2], "--mode=none") == 0)
        setvbuf(file, NULL, _IONBF, 0);

    for (int n = 1; n <= 3; n++) {
        fprintf(file, "line %d\n", n);
        if (strcmp(argv[3], "--flush=yes") == 0)
            fflush(file);
    }
    wait_for_enter("close the file");
    fclose(file);
    wait_for_enter("close the socket");
    close(connection);
    wait_for_enter("end");
    return 0;
}
