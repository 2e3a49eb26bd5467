/* Reads from the FIFO "counter" what its clients write, until the end of file. */
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
    if (mkfifo("counter", 0600) != 0 && errno != EEXIST)
        err(1, "mkfifo");
    int clients = open("counter", O_RDONLY); /* returns when the first client has come */
    if (clients < 0)
        err(1, "open");
    if (strcmp(argv[argc - 1], "--stay=yes") == 0 && open("counter", O_WRONLY) < 0)
        err(1, "open"); /* never written to: it only keeps a write end open */

    char bytes[200];
    ssize_t count;
    while ((count = read(clients, bytes, sizeof bytes)) > 0)
        printf("%.*s", (int)count, bytes);
    if (count < 0)
        err(1, "read");
    printf("End of file: nobody is left.\n");
    return 0;
}
