/* One process, one pipe: the main thread writes, a second thread reads and counts. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LARGE = 100000 };

static int ends[2]; /* [0] reads, [1] writes */
static int close_unused;

static void *count_bytes(void *nothing)
{
    if (close_unused)
        close(ends[1]); /* as a child process would */
    char bytes[4096];
    size_t total = 0;
    ssize_t count;
    while ((count = read(ends[0], bytes, sizeof bytes)) > 0)
        total += (size_t)count;
    printf("reader: the end, after %zu bytes\n", total);
    return nothing;
}

static void write_all(const char *bytes, size_t length)
{
    if (write(ends[1], bytes, length) == -1)
        printf("main: write failed: %s\n", strerror(errno));
}

int main(int argc, char **argv)
{
    if (argc != 4)
        errx(1, "usage: threads --threads=2|1 --close=no|unused --send=typed|large");
    int two = strcmp(argv[1], "--threads=2") == 0;
    close_unused = strcmp(argv[2], "--close=unused") == 0;
    if (pipe(ends) != 0)
        err(1, "pipe");
    pthread_t reader;
    if (two && pthread_create(&reader, NULL, count_bytes, NULL) != 0)
        errx(1, "pthread_create");

    if (strcmp(argv[3], "--send=large") == 0) {
        static char block[LARGE];
        memset(block, 'x', LARGE);
        write_all(block, LARGE);
    } else {
        char line[100];
        while (fgets(line, sizeof line, stdin) != NULL)
            write_all(line, strlen(line));
    }
    if (!close_unused)
        close(ends[1]);
    if (two)
        pthread_join(reader, NULL);
    else
        count_bytes(NULL); /* the main thread reads what it has written */
    return 0;
}
