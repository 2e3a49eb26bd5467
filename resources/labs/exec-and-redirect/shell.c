/* Does what a shell does for "seq 3 | wc -l", or for "seq 3 | wc -l > count". */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int connect_them, close_ends, to_file;
static struct timespec moment = {0, 500000000}; /* half a second */
static int ends[2]; /* of the pipe: [0] reads and [1] writes */

static pid_t start(int end, int standard, char **program)
{
    pid_t child = fork();
    if (child == -1)
        err(1, "fork");
    if (child > 0)
        return child;
    nanosleep(&moment, NULL); /* long enough to see that the child is a copy of the shell */
    if (connect_them)
        dup2(end, standard);
    if (to_file && standard == STDIN_FILENO) {
        int file = open("count", O_WRONLY | O_CREAT | O_TRUNC, 0666);
        if (file == -1)
            err(1, "count");
        dup2(file, STDOUT_FILENO);
        close(file);
    }
    if (close_ends) {
        close(ends[0]);
        close(ends[1]);
    }
    execvp(program[0], program);
    err(1, "%s", program[0]); /* only if it could not be started */
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        connect_them |= strcmp(argv[i], "--dup2=yes") == 0;
        close_ends |= strcmp(argv[i], "--close=yes") == 0;
        to_file |= strcmp(argv[i], "--output=file") == 0;
        if (strcmp(argv[i], "--pause=3s") == 0)
            moment = (struct timespec){3, 0};
    }
    if (pipe(ends) == -1)
        err(1, "pipe");
    pid_t seq = start(ends[1], STDOUT_FILENO, (char *[]){"seq", "3", NULL});
    pid_t wc = start(ends[0], STDIN_FILENO, (char *[]){"wc", "-l", NULL});
    if (close_ends) {
        close(ends[0]);
        close(ends[1]);
    }
    waitpid(seq, NULL, 0);
    waitpid(wc, NULL, 0);
    return 0;
}
