/* Waits for the bell (SIGUSR1) and takes letters out of a FIFO; SIGHUP: reads its welcome again. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LETTER = 16 }; /* bytes: each letter has the same size */

static void read_welcome(char *welcome, int size)
{
    FILE *file = fopen("welcome.conf", "r");
    if (file == NULL)
        return; /* nobody has changed it */
    if (fgets(welcome, size, file) != NULL)
        welcome[strcspn(welcome, "\n")] = '\0';
    fclose(file);
}

int main(int argc, char **argv)
{
    int all = strcmp(argv[argc - 1], "--letters=all") == 0;
    sigset_t bells;
    sigemptyset(&bells);
    sigaddset(&bells, SIGUSR1);
    sigaddset(&bells, SIGHUP);
    if (sigprocmask(SIG_BLOCK, &bells, NULL) != 0) /* sigwait takes them, no handler does */
        err(1, "sigprocmask");

    if (mkfifo("letterbox", 0600) != 0 && errno != EEXIST)
        err(1, "mkfifo");
    int letterbox = open("letterbox", O_RDONLY | O_NONBLOCK);
    FILE *note = fopen("house.pid", "w"); /* so visitors know where to ring */
    if (letterbox < 0 || note == NULL || fprintf(note, "%d\n", (int)getpid()) < 0
        || fclose(note) != 0)
        err(1, "house");

    char welcome[40] = "Good day", letter[LETTER];
    printf("At home.\n");
    for (;;) {
        int bell, found = 0;
        if (sigwait(&bells, &bell) != 0)
            errx(1, "sigwait");
        if (bell == SIGHUP) {
            read_welcome(welcome, sizeof welcome);
            printf("From now on I say: %s\n", welcome);
            continue;
        }
        while ((all || found == 0) && read(letterbox, letter, LETTER) == LETTER) {
            printf("%s! %.*s", welcome, LETTER, letter);
            found++;
        }
        if (found == 0)
            printf("It rang, and the letterbox is empty.\n");
    }
}
