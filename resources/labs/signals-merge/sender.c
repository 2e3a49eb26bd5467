/* Sends the receiver five signals, one right after the other. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    int real_time = strcmp(argv[argc - 1], "--signal=SIGRTMIN") == 0;
    int receiver;
    FILE *note = fopen("receiver.pid", "r");
    if (note == NULL || fscanf(note, "%d", &receiver) != 1)
        err(1, "receiver.pid");
    fclose(note);

    for (int n = 1; n <= 5; n++)
        if (kill(receiver, real_time ? SIGRTMIN : SIGUSR1) != 0)
            err(1, "kill");
    printf("I have sent five.\n");
    return 0;
}
