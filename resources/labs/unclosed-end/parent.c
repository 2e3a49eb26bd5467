/* A pipe from the parent to a reader; a helper has no business with it. Who forgets to close? */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *forgets;

static void close_unless_forgotten(const char *who, int end)
{
    if (strcmp(forgets, who) != 0)
        close(end);
}

static void count_lines(int read_end)
{
    int lines = 0;
    char bytes[100];
    ssize_t count;
    while ((count = read(read_end, bytes, sizeof bytes)) > 0)
        for (ssize_t i = 0; i < count; i++)
            lines += bytes[i] == '\n';
    printf("reader: the end, after %d lines\n", lines);
}

int main(int argc, char **argv)
{
    forgets = argc > 1 ? argv[1] + strlen("--forget=") : "nobody";
    int ends[2]; /* [0] reads, [1] writes */
    if (pipe(ends) != 0)
        err(1, "pipe");

    pid_t reader = fork();
    if (reader == 0) {
        close_unless_forgotten("reader", ends[1]);
        count_lines(ends[0]);
        return 0;
    }
    pid_t helper = fork();
    if (helper == 0) {
        close(ends[0]);
        close_unless_forgotten("helper", ends[1]);
        pause(); /* does something else, until it is told to end */
        return 0;
    }
    if (reader == -1 || helper == -1)
        err(1, "fork");

    close(ends[0]);
    if (write(ends[1], "one\ntwo\nthree\n", 14) == -1)
        err(1, "write");
    close_unless_forgotten("parent", ends[1]);
    waitpid(reader, NULL, 0);
    kill(helper, SIGTERM);
    waitpid(helper, NULL, 0);
    return 0;
}
