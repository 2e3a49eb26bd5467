/* Calls fork, once or in a loop. Each process says that it is there, and stays for a moment. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int has(int argc, char **argv, const char *option)
{
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], option) == 0)
            return 1;
    return 0;
}

int main(int argc, char **argv)
{
    int forks = has(argc, argv, "--forks=3") ? 3 : has(argc, argv, "--forks=2") ? 2 : 1;
    int leave = has(argc, argv, "--child=leaves");
    pid_t result = 0;

    printf("%d (child of %d): before fork\n", getpid(), getppid());
    for (int i = 0; i < forks; i++) {
        result = fork();
        if (result == -1)
            err(1, "fork");
        if (result == 0 && leave)
            break; /* the child leaves the loop; only the parent goes on forking */
    }
    if (has(argc, argv, "--result=shown"))
        printf("%d (child of %d): after fork, which returned %d\n", getpid(), getppid(), result);
    else
        printf("%d (child of %d): after fork\n", getpid(), getppid());

    sleep(has(argc, argv, "--stay=1s") ? 1 : 5);
    while (wait(NULL) > 0)
        continue; /* until none of my children is left */
    return EXIT_SUCCESS;
}
