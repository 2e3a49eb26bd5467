/* A parent and its child add one to the same number, which both have in shared memory. */
#define _DEFAULT_SOURCE
#include "mark.h"
#include <err.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/wait.h>

static void add_one(int *number, int locked)
{
    int file = -1;
    if (locked) {
        file = open("lock", O_RDWR | O_CREAT, 0600);
        if (file == -1 || flock(file, LOCK_EX) == -1)
            err(1, "lock");
    }
    mark("before-read");
    int mine = *number;
    mark("has-read");
    *number = mine + 1;
    if (locked)
        flock(file, LOCK_UN);
}

int main(int argc, char **argv)
{
    int locked = argc > 1 && strcmp(argv[1], "--lock=yes") == 0;
    int *number = mmap(NULL, sizeof *number, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
                       -1, 0);
    if (number == MAP_FAILED)
        err(1, "mmap");
    pid_t child = fork();
    if (child == -1)
        err(1, "fork");
    add_one(number, locked);
    if (child == 0)
        return 0;
    wait(NULL);
    printf("number: %d\n", *number);
    return 0;
}
