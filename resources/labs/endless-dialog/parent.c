/* Starts the child with two pipes, asks it one question, and waits for the reply. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int close_first = strcmp(argv[argc - 1], "--close=yes") == 0;
    int in[2], out[2]; /* the child's; of each, [0] reads and [1] writes */
    if (pipe(in) != 0 || pipe(out) != 0)
        err(1, "pipe");
    pid_t child = fork();
    if (child == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        close(in[0]); close(in[1]);
        close(out[0]); close(out[1]);
        argv[0] = "./child";
        execv(argv[0], argv);
    }
    if (child <= 0)
        err(1, "child");
    close(in[0]); close(out[1]);
    FILE *questions = fdopen(in[1], "w");
    FILE *replies = fdopen(out[0], "r");
    fprintf(questions, "How are you?\n");
    fflush(questions);
    if (close_first) {
        sleep(1);
        fclose(questions);
    }
    char reply[100] = "no reply\n";
    int got_one = fgets(reply, sizeof reply, replies) != NULL;
    printf("%s", reply);
    if (!close_first) {
        sleep(1);
        fclose(questions);
    }
    waitpid(child, NULL, 0);
    return !got_one;
}
