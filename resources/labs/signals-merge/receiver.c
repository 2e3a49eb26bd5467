/* Keeps its signals blocked, and looks after them, one by one, once you have pressed Enter. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int real_time = strcmp(argv[argc - 1], "--signal=SIGRTMIN") == 0;
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, real_time ? SIGRTMIN : SIGUSR1);
    if (sigprocmask(SIG_BLOCK, &wanted, NULL) != 0)
        err(1, "sigprocmask");

    FILE *note = fopen("receiver.pid", "w"); /* so the sender knows whom to send to */
    if (note == NULL || fprintf(note, "%d\n", (int)getpid()) < 0 || fclose(note) != 0)
        err(1, "receiver.pid");

    printf("Busy. Press Enter, and I look after my signals.\n");
    while (getchar() != '\n' && !feof(stdin))
        continue;

    for (int count = 1;; count++) {
        int number;
        if (sigwait(&wanted, &number) != 0)
            errx(1, "sigwait");
        printf("Signal no. %d has come.\n", count);
    }
}
