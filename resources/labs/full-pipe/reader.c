/* Starts one or two writers on a pipe, and reads when it is told to. Are their blocks whole? */
#define _GNU_SOURCE /* F_SETPIPE_SZ */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PART = 4096, MOST = 2 * 20 * 8192 };
static const struct timespec a_moment = {0, 5000000};

static void start_writer(const char *letter, const char *size, const int *ends)
{
    pid_t writer = fork();
    if (writer == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execl("./writer", "./writer", letter, size, (char *)NULL);
    }
    if (writer <= 0)
        err(1, "writer");
}

static void wait_for_enter(const char *before)
{
    printf("Press Enter to %s.\n", before);
    while (getchar() != '\n' && !feof(stdin))
        continue;
}

static void judge(const char *data, size_t length, size_t size)
{
    int mixed = 0;
    for (const char *block = data; block < data + length; block += size)
        mixed += memchr(block, 'A', size) != NULL && memchr(block, 'B', size) != NULL;
    printf("%zu blocks of %zu bytes: ", length / size, size);
    if (mixed > 0)
        printf("%d are mixed\n", mixed);
    else
        printf("all are whole\n");
}

int main(int argc, char **argv)
{
    if (argc != 4)
        errx(1, "usage: reader --writers=1|2 --size=4096|8192 --capacity=default|131072");
    const char *size = argv[2] + strlen("--size=");
    int ends[2];
    if (pipe(ends) != 0)
        err(1, "pipe");
    if (strcmp(argv[3], "--capacity=131072") == 0 && fcntl(ends[0], F_SETPIPE_SZ, 131072) == -1)
        err(1, "F_SETPIPE_SZ");
    start_writer("A", size, ends);
    if (strcmp(argv[1], "--writers=2") == 0)
        start_writer("B", size, ends);
    close(ends[1]);

    static char data[MOST];
    size_t length = 0;
    wait_for_enter("read 4096 bytes");
    ssize_t count = read(ends[0], data, PART);
    wait_for_enter("read the rest");
    for (; count > 0; count = read(ends[0], data + length, PART)) {
        length += (size_t)count;
        nanosleep(&a_moment, NULL); /* a reader has something to do with what it reads */
    }
    if (count == -1)
        err(1, "read");
    judge(data, length, (size_t)atoi(size));
    while (wait(NULL) > 0)
        continue;
    return 0;
}
