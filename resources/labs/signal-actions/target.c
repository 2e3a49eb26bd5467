/* Says what is to happen at SIGTERM, tries to say it for SIGKILL and SIGSTOP too, and waits. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void on_signal(int number)
{
    static const char words[] = "The handler runs.\n";
    (void)number;
    if (write(STDOUT_FILENO, words, sizeof words - 1) < 0) /* printf is not safe in a handler */
        _exit(1);
}

static void *work(void *unused)
{
    for (;;)
        pause();
    return unused;
}

static void set_action(int number, const char *name, void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler};
    int refused = sigaction(number, &action, NULL) != 0;
    printf("%s: %s\n", name, refused ? "refused" : "set");
}

int main(int argc, char **argv)
{
    if (argc != 3)
        errx(1, "usage: target --action=handler --threads=no");
    if (strcmp(argv[1], "--action=default") != 0) {
        void (*handler)(int) = strcmp(argv[1], "--action=ignore") == 0 ? SIG_IGN : on_signal;
        set_action(SIGTERM, "SIGTERM", handler);
        set_action(SIGKILL, "SIGKILL", handler);
        set_action(SIGSTOP, "SIGSTOP", handler);
    }
    pthread_t worker;
    for (int n = 0; n < 2 && strcmp(argv[2], "--threads=yes") == 0; n++)
        if (pthread_create(&worker, NULL, work, NULL) != 0)
            errx(1, "pthread_create");
    printf("Waiting for signals.\n");
    for (;;)
        pause();
}
