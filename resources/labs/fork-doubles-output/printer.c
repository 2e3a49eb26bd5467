/* Prints a line, forks, and prints again: each of the two processes its own line. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int has(int argc, char **argv, const char *option)
{
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], option) == 0)
            return 1;
    return 0;
}

int main(int argc, char **argv)
{
    printf("Only once, please.%s", has(argc, argv, "--newline=no") ? " " : "\n");
    if (has(argc, argv, "--flush=yes"))
        fflush(stdout);
    pid_t child = fork();
    if (child < 0)
        err(1, "fork");
    if (child == 0) {
        struct timespec half_second = {0, 500 * 1000000L}, five_seconds = {5, 0};
        nanosleep(has(argc, argv, "--pause=5s") ? &five_seconds : &half_second, NULL);
        if (has(argc, argv, "--child=exec")) {
            execlp("echo", "echo", "The child's line.", (char *)NULL);
            err(1, "echo");
        }
        printf("The child's line.\n");
        if (has(argc, argv, "--child=_exit"))
            _exit(0); /* at once: leaves the buffer as it is */
        exit(0);      /* an end like any other: empties the buffer */
    }
    waitpid(child, NULL, 0);
    printf("The parent's line.\n");
    return 0;
}
