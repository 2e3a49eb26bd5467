/* Opens the FIFO "meeting" for writing, and writes a line. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int wait = strcmp(argv[argc - 1], "--wait=no") != 0;
    const char line[] = "Nice to meet you.\n";
    if (mkfifo("meeting", 0600) != 0 && errno != EEXIST)
        err(1, "mkfifo");

    printf("I open the FIFO for writing.\n");
    int fifo;
    while ((fifo = open("meeting", O_WRONLY | (wait ? 0 : O_NONBLOCK))) < 0) {
        if (errno != ENXIO)
            err(1, "open");
        printf("%s. Press Enter to try again.\n", strerror(errno));
        while (getchar() != '\n')
            if (feof(stdin))
                return 1;
    }
    printf("It is open.\n");
    if (write(fifo, line, sizeof line - 1) < 0)
        err(1, "write");
    return 0;
}
