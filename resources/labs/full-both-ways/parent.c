/* Gives the child its whole input through one pipe, and reads the answers from another. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char input[200000];
static size_t size = 1000; /* of the input */
static unsigned pause_seconds = 1;
static int to_child[2], from_child[2]; /* of each, [0] reads and [1] writes */

static void *write_all(void *unused)
{
    if (write(to_child[1], input, size) != (ssize_t)size)
        err(1, "write");
    sleep(pause_seconds);
    close(to_child[1]); /* the child's end of file */
    return unused;
}

int main(int argc, char **argv)
{
    int in_thread = 0;
    for (int i = 1; i < argc; i++) {
        in_thread |= strcmp(argv[i], "--write=in-thread") == 0;
        sscanf(argv[i], "--pause=%us", &pause_seconds);
        if (sscanf(argv[i], "--input=%zuKB", &size) == 1)
            size *= 1000;
    }
    if (size > sizeof input)
        errx(1, "at most 200KB");
    memset(input, 'x', size);
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

    pthread_t writer;
    if (in_thread) {
        if (pthread_create(&writer, NULL, write_all, NULL) != 0)
            errx(1, "thread");
    } else {
        write_all(NULL);
    }
    char answers[4096];
    size_t total = 0;
    ssize_t count;
    while ((count = read(from_child[0], answers, sizeof answers)) > 0)
        total += (size_t)count;
    if (in_thread)
        pthread_join(writer, NULL);
    waitpid(child, NULL, 0);
    printf("%zu bytes of answers\n", total);
    return 0;
}
