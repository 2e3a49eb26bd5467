/* Opens the FIFO "counter", greets by name, and leaves when you press Enter. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc < 2)
        errx(1, "usage: client NAME");
    int counter = open("counter", O_WRONLY);
    if (counter < 0)
        err(1, "open");
    char greeting[100];
    int size = snprintf(greeting, sizeof greeting, "%.50s says hello.\n", argv[1]);
    if (write(counter, greeting, (size_t)size) != size)
        err(1, "write");

    printf("Press Enter to leave.\n");
    while (getchar() != '\n' && !feof(stdin))
        continue;
    close(counter);
    return 0;
}
