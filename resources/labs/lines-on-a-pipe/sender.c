/* Sends three messages, a line each: with one write, or cut in two at a bad place. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void write_text(const char *text)
{
    if (write(STDOUT_FILENO, text, strlen(text)) == -1)
        err(1, "write");
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[argc - 1], "--send=cut") == 0) {
        struct timespec half_a_second = {0, 500000000};
        write_text("one\ntw");
        nanosleep(&half_a_second, NULL);
        write_text("o\nthree\n");
    } else {
        write_text("one\ntwo\nthree\n");
    }
    return 0;
}
