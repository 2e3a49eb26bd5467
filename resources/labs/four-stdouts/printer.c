/* Prints five lines, one every 250 ms, wherever its output goes. It may say what it learns of it. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char *kind_of_output(void)
{
    struct stat output;
    if (fstat(STDOUT_FILENO, &output) != 0)
        err(1, "fstat");
    return isatty(STDOUT_FILENO)       ? "a terminal"
           : S_ISFIFO(output.st_mode) ? "a pipe"
           : S_ISSOCK(output.st_mode) ? "a socket"
           : S_ISREG(output.st_mode)  ? "a file"
                                      : "something else";
}

int main(int argc, char **argv)
{
    struct timespec pause = {0, 250 * 1000000L};
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--every=3s") == 0)
            pause = (struct timespec) {3, 0};
        if (strcmp(argv[i], "--mode=line") == 0)
            setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
        if (strcmp(argv[i], "--tell=yes") == 0)
            printf("My output is %s.\n", kind_of_output());
    }
    for (int n = 1; n <= 5; n++) {
        printf("line %d\n", n);
        nanosleep(&pause, NULL);
    }
    return 0; /* what is still in the buffer is written now */
}
