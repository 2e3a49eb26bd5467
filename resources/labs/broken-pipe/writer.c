/* Starts a reader on a pipe, and writes each line that you type into it. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int start_reader(void)
{
    int ends[2]; /* [0] reads, [1] writes */
    if (pipe(ends) != 0)
        err(1, "pipe");
    pid_t reader = fork();
    if (reader == 0) {
        dup2(ends[0], STDIN_FILENO);
        close(ends[0]);
        close(ends[1]);
        execl("./reader", "./reader", (char *)NULL);
    }
    if (reader <= 0)
        err(1, "reader");
    close(ends[0]);
    return ends[1];
}

int main(int argc, char **argv)
{
    int write_end = start_reader();
    if (argc > 1 && strcmp(argv[1], "--sigpipe=ignore") == 0)
        signal(SIGPIPE, SIG_IGN);

    char line[100];
    while (fgets(line, sizeof line, stdin) != NULL) {
        if (write(write_end, line, strlen(line)) == -1) {
            printf("writer: write failed: %s\n", strerror(errno));
            return 1;
        }
    }
    close(write_end);
    wait(NULL);
    return 0;
}
