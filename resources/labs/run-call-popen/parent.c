/* Starts the child in one of three ways. Who waits for whom, and what comes back? */
#define _GNU_SOURCE /* pipe2 */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t start(int output) /* popen: start it, and return at once */
{
    pid_t child = fork();
    if (child == 0) {
        dup2(output, STDOUT_FILENO);
        execl("./child", "./child", (char *)NULL);
    }
    if (child <= 0)
        err(1, "child");
    return child;
}

static int wait_for(pid_t child) /* its exit code, or the signal that ended it with a minus */
{
    int status;
    if (waitpid(child, &status, 0) == -1)
        err(1, "waitpid");
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

int main(int argc, char **argv)
{
    const char *way = argc > 1 ? argv[1] : "";
    int code;
    if (strcmp(way, "--start=run") == 0) { /* start it, read what it prints to the end, wait */
        int ends[2];
        char output[200];
        size_t length = 0;
        if (pipe2(ends, O_CLOEXEC) == -1) /* the child is to have but its stdout */
            err(1, "pipe");
        pid_t child = start(ends[1]);
        close(ends[1]);
        ssize_t got;
        while ((got = read(ends[0], output + length, sizeof output - length)) > 0)
            length += (size_t)got;
        code = wait_for(child);
        printf("parent: it printed %.*s", (int)length, output);
    } else if (strcmp(way, "--start=popen") == 0) {
        pid_t child = start(STDOUT_FILENO);
        printf("parent: I go on while it works\n");
        sleep(1);
        code = wait_for(child);
    } else { /* call: start it, and wait */
        code = wait_for(start(STDOUT_FILENO));
    }
    printf("parent: its code is %d\n", code);
    return 0;
}
