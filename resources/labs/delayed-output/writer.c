/* Prints a line every now and then. Where is each line meanwhile? */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LINES = 12 };

static int has(int argc, char **argv, const char *option)
{
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], option) == 0)
            return 1;
    return 0;
}

int main(int argc, char **argv)
{
    struct timespec pause = {0, 200 * 1000000L};
    if (has(argc, argv, "--every=1s"))
        pause = (struct timespec) {1, 0};
    if (has(argc, argv, "--every=100ms"))
        pause = (struct timespec) {0, 100 * 1000000L};

    if (has(argc, argv, "--mode=line"))
        setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
    if (has(argc, argv, "--mode=none"))
        setvbuf(stdout, NULL, _IONBF, 0);

    for (int n = 1; n <= LINES; n++) {
        printf("line %d\n", n);
        if (has(argc, argv, "--flush=yes"))
            fflush(stdout);
        nanosleep(&pause, NULL);
    }
    return EXIT_SUCCESS; /* what is still in the buffer is written now */
}
