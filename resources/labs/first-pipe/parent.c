/* Makes a pipe and a child. What you type, the parent writes; what the child reads, it shows. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void show_what_comes(int read_end, size_t size)
{
    char bytes[100];
    ssize_t count;
    while ((count = read(read_end, bytes, size)) > 0) {
        printf("child: read gave %zd bytes: %.*s\n", count, (int)count, bytes);
        fflush(stdout);
    }
    printf("child: read gave %zd, the end\n", count);
}

int main(int argc, char **argv)
{
    int small = argc > 1 && strcmp(argv[1], "--size=4") == 0;
    int ends[2]; /* [0] reads, [1] writes */
    if (pipe(ends) != 0)
        err(1, "pipe");
    pid_t child = fork();
    if (child == -1)
        err(1, "fork");
    if (child == 0) {
        close(ends[1]);
        show_what_comes(ends[0], small ? 4 : 100);
        return 0;
    }
    close(ends[0]);
    char line[100];
    while (fgets(line, sizeof line, stdin) != NULL) {
        size_t length = strcspn(line, "\n"); /* without the end of the line */
        if (write(ends[1], line, length) == -1)
            err(1, "write");
    }
    close(ends[1]);
    waitpid(child, NULL, 0);
    return 0;
}
