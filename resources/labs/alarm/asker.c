/* Asks for a name, or just waits, and gives up after a while: by an alarm, or by poll. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void on_alarm(int number)
{
    (void)number; /* nothing to do: that it runs is what interrupts the wait */
}

int main(int argc, char **argv)
{
    if (argc != 4)
        errx(1, "usage: asker --handler=none --wait=read --seconds=1");
    struct sigaction action = {.sa_handler = on_alarm};
    if (strcmp(argv[1], "--handler=goes-on") == 0)
        action.sa_flags = SA_RESTART; /* a call that was interrupted starts again */
    if (strcmp(argv[1], "--handler=none") != 0 && sigaction(SIGALRM, &action, NULL) != 0)
        err(1, "sigaction");
    int seconds = strcmp(argv[3], "--seconds=1") == 0 ? 1 : 10;

    if (strcmp(argv[2], "--wait=pause") == 0) {
        alarm((unsigned)seconds);
        printf("I wait.\n");
        pause();
        printf("I go on.\n");
        return 0;
    }
    printf("What is your name?\n");
    if (strcmp(argv[2], "--wait=poll") == 0) {
        struct pollfd keyboard = {.fd = STDIN_FILENO, .events = POLLIN};
        if (poll(&keyboard, 1, seconds * 1000) == 0)
            errx(1, "I give up: nobody has typed anything.");
    } else {
        alarm((unsigned)seconds);
    }
    char name[100];
    ssize_t count = read(STDIN_FILENO, name, sizeof name);
    if (count < 0)
        err(1, "I give up");
    alarm(0); /* no alarm any more */
    printf("Hello, %.*s", (int)count, name);
    return 0;
}
