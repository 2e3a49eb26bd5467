/* Writes twenty blocks of one letter to its stdout, each with one call. */
#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCKS = 20 };

int main(int argc, char **argv)
{
    if (argc != 3)
        errx(1, "usage: writer LETTER SIZE");
    size_t size = (size_t)atoi(argv[2]);
    char *block = malloc(size);
    if (block == NULL)
        err(1, "malloc");
    memset(block, argv[1][0], size);
    for (int n = 0; n < BLOCKS; n++)
        if (write(STDOUT_FILENO, block, size) != (ssize_t)size)
            err(1, "write");
    free(block);
    return 0;
}
