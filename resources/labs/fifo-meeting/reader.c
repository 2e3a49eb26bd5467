/* Opens the FIFO "meeting" for reading, and once you press Enter, reads it to its end. */
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
    if (mkfifo("meeting", 0600) != 0 && errno != EEXIST)
        err(1, "mkfifo");

    printf("I open the FIFO for reading.\n");
    int fifo = open("meeting", O_RDONLY | (wait ? 0 : O_NONBLOCK));
    if (fifo < 0)
        err(1, "open");
    printf("It is open. Press Enter to read.\n");
    while (getchar() != '\n' && !feof(stdin))
        continue;

    char bytes[100];
    ssize_t count;
    while ((count = read(fifo, bytes, sizeof bytes)) > 0)
        printf("Got: %.*s", (int)count, bytes);
    if (count < 0)
        err(1, "read");
    printf("End of file.\n");
    return 0;
}
