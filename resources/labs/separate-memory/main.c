/* A worker adds a name to main's list. The worker is a child process or a thread. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char names[3][20] = {"Ada"};
static int count = 1;
static int crash;

static void show(const char *who)
{
    printf("%s:", who);
    for (int i = 0; i < count; i++)
        printf(" %s", names[i]);
    printf(" (the list is at %p)\n", (void *)names);
}

static void *work(void *unused)
{
    nanosleep(&(struct timespec){0, 500000000}, NULL); /* half a second */
    if (crash)
        abort();
    strcpy(names[count++], "Grace");
    show("worker");
    return unused;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        errx(1, "usage: main --who=process --crash=no");
    int with_pipe = strcmp(argv[1], "--who=process-and-pipe") == 0;
    crash = strcmp(argv[2], "--crash=yes") == 0;
    pthread_t thread;
    int ends[2];

    show("main");
    if (strcmp(argv[1], "--who=thread") == 0) {
        if (pthread_create(&thread, NULL, work, NULL) != 0)
            errx(1, "pthread_create");
        pthread_join(thread, NULL);
    } else {
        if (pipe(ends) == -1)
            err(1, "pipe");
        pid_t child = fork();
        if (child == -1)
            err(1, "fork");
        if (child == 0) {
            work(NULL);
            if (with_pipe && write(ends[1], names[1], strlen(names[1])) == -1)
                err(1, "write");
            exit(EXIT_SUCCESS);
        }
        close(ends[1]);
        if (with_pipe && read(ends[0], names[count], sizeof names[0] - 1) > 0)
            count++;
        waitpid(child, NULL, 0);
    }
    show("main");
    return EXIT_SUCCESS;
}
