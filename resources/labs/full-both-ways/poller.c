/* The same dialog in one thread: poll says which pipe will not make it wait. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char page[4096]; /* what a pipe has room for when poll says that it may be written */
    memset(page, 'x', sizeof page);
    size_t left = 200000, total = 0;
    int to_child[2], from_child[2]; /* of each, [0] reads and [1] writes */
    if (pipe(to_child) != 0 || pipe(from_child) != 0)
        err(1, "pipe");
    pid_t child = fork();
    if (child == 0) {
        dup2(to_child[0], STDIN_FILENO);
        dup2(from_child[1], STDOUT_FILENO);
        close(to_child[0]); close(to_child[1]);
        close(from_child[0]); close(from_child[1]);
        execl("./child", "./child", (char *)NULL);
    }
    if (child <= 0)
        err(1, "child");
    close(to_child[0]); close(from_child[1]);

    struct pollfd ends[] = {{to_child[1], POLLOUT, 0}, {from_child[0], POLLIN, 0}};
    for (;;) {
        if (poll(ends, 2, -1) < 0)
            err(1, "poll");
        if (ends[0].revents != 0) {
            ssize_t count = write(to_child[1], page, left < sizeof page ? left : sizeof page);
            if (count < 0)
                err(1, "write");
            left -= (size_t)count;
            if (left == 0) {
                close(to_child[1]); /* the child's end of file */
                ends[0].fd = -1;    /* poll leaves this one out */
            }
        }
        if (ends[1].revents != 0) {
            char answers[4096];
            ssize_t count = read(from_child[0], answers, sizeof answers);
            if (count <= 0)
                break;
            total += (size_t)count;
        }
    }
    waitpid(child, NULL, 0);
    printf("%zu bytes of answers\n", total);
    return 0;
}
