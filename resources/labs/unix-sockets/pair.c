/* Parent and child, each with one end of a pair: a question, and its answer on the way back. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int ends[2];
    char text[100];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        err(1, "socketpair");
    pid_t child = fork();
    if (child < 0)
        err(1, "fork");
    if (child == 0) {
        close(ends[0]);
        while (recv(ends[1], text, sizeof text, 0) > 0)
            dprintf(ends[1], "Very!");
        return 0; /* end of file: the parent has closed its end */
    }
    close(ends[1]);
    dprintf(ends[0], "Hungry?");
    ssize_t count = recv(ends[0], text, sizeof text, 0);
    if (count < 0)
        err(1, "recv");
    printf("the child says “%.*s”. Press Enter to end.\n", (int)count, text);
    getchar();
    close(ends[0]);
    waitpid(child, NULL, 0);
    return 0;
}
