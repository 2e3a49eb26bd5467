/* Starts a child that says who its parent is. What if the parent ends first? */
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

static void be_the_child(int input) /* until there is nothing more to read */
{
    char line[100];
    do {
        printf("child: my parent is %d\n", getppid());
        fflush(stdout);
    } while (read(input, line, sizeof line) > 0);
    exit(EXIT_SUCCESS);
}

int main(int argc, char **argv)
{
    struct timespec half_a_second = {0, 500000000};
    int ends[2];

    if (pipe(ends) == -1)
        err(1, "pipe");
    pid_t child = fork();
    if (child == -1)
        err(1, "fork");
    if (child == 0) {
        close(ends[1]);
        be_the_child(has(argc, argv, "--child=reads-pipe") ? ends[0] : STDIN_FILENO);
    }
    nanosleep(&half_a_second, NULL);
    if (has(argc, argv, "--parent=waits"))
        waitpid(child, NULL, 0);
    return EXIT_SUCCESS;
}
