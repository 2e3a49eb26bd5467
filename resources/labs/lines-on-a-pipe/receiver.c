/* Starts the sender, and takes its messages from a pipe, one after the other. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SIZE = 100 };

static FILE *start_sender(char **argv)
{
    int ends[2];
    if (pipe(ends) != 0)
        err(1, "pipe");
    pid_t sender = fork();
    if (sender == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        argv[0] = "./sender";
        execv(argv[0], argv);
    }
    if (sender <= 0)
        err(1, "sender");
    close(ends[1]);
    return fdopen(ends[0], "r");
}

static size_t take(char *message, FILE *from, int by_line)
{
    if (by_line)
        return fgets(message, SIZE, from) != NULL ? strlen(message) : 0;
    ssize_t count = read(fileno(from), message, SIZE);
    if (count == -1)
        err(1, "read");
    return (size_t)count;
}

static void show(int number, const char *message, size_t length)
{
    printf("message %d: ", number);
    for (size_t i = 0; i < length; i++)
        message[i] == '\n' ? fputs("\\n", stdout) : putchar(message[i]);
    printf("   (Enter: the next)\n");
    while (getchar() != '\n' && !feof(stdin))
        continue;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        errx(1, "usage: receiver --read=raw|lines|mixed --send=together|cut");
    FILE *from = start_sender(argv);
    char message[SIZE];
    size_t length;
    int by_line = strcmp(argv[1], "--read=raw") != 0;
    for (int number = 1; (length = take(message, from, by_line)) > 0; number++) {
        show(number, message, length);
        if (strcmp(argv[1], "--read=mixed") == 0)
            by_line = 0; /* the first by its line, the others with read */
    }
    printf("no more messages\n");
    wait(NULL);
    return 0;
}
