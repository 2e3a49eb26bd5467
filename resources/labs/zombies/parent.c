/* Starts two children that soon end, and then works on its own for ever. Who reaps the children? */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void reap_all(int signal) /* one SIGCHLD may stand for several children */
{
    (void)signal;
    while (waitpid(-1, NULL, WNOHANG) > 0)
        continue;
}

int main(int argc, char **argv)
{
    const char *cure = argc > 1 && strncmp(argv[1], "--cure=", 7) == 0 ? argv[1] + 7 : "nothing";
    struct timespec half_a_second = {0, 500000000}, moment = {0, 200000000};
    pid_t child = -1;

    if (strcmp(cure, "handler") == 0)
        sigaction(SIGCHLD, &(struct sigaction){.sa_handler = reap_all}, NULL);
    if (strcmp(cure, "ignore") == 0)
        sigaction(SIGCHLD, &(struct sigaction){.sa_handler = SIG_IGN}, NULL);

    for (int i = 1; i <= 2; i++) {
        child = fork();
        if (child == -1)
            err(1, "fork");
        if (child == 0) {
            nanosleep(&half_a_second, NULL);
            exit(i);
        }
    }
    if (strcmp(cure, "wait") == 0)
        while (wait(NULL) > 0)
            continue; /* until there is no child any more */
    printf("parent: now my own work\n");
    if (strcmp(cure, "kill") == 0) {
        sleep(1);
        printf("parent: kill returns %d\n", kill(child, SIGKILL));
    }
    for (;;) {
        if (strcmp(cure, "waitpid") == 0)
            while ((child = waitpid(-1, NULL, WNOHANG)) > 0) /* 0: none has ended yet */
                printf("parent: %d has ended\n", child);
        nanosleep(&moment, NULL); /* a piece of its own work */
    }
}
