/* Starts a child with pipes as its stdin and stdout, sends it what you type, shows its replies. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static FILE *questions, *replies;

static void start_child(const char *program, int one_pipe)
{
    int in[2], out[2]; /* the child's; of each, [0] reads and [1] writes */
    if (pipe(in) != 0 || pipe(out) != 0)
        err(1, "pipe");
    if (one_pipe) { /* for both ways: in */
        dup2(in[0], out[0]);
        dup2(in[1], out[1]);
    }
    pid_t child = fork();
    if (child == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        close(in[0]); close(in[1]);
        close(out[0]); close(out[1]);
        execlp(program, program, (char *)NULL);
    }
    if (child <= 0)
        err(1, "%s", program);
    close(in[0]);
    close(out[1]);
    questions = fdopen(in[1], "w");
    replies = fdopen(out[0], "r");
}

int main(int argc, char **argv)
{
    if (argc != 4)
        errx(1, "usage: parent --child=adder|sort --wait=each|end --pipes=two|one");
    start_child(strcmp(argv[1], "--child=sort") == 0 ? "sort" : "./adder",
        strcmp(argv[3], "--pipes=one") == 0);
    int wait_for_each = strcmp(argv[2], "--wait=each") == 0;

    char line[100];
    while (fgets(line, sizeof line, stdin) != NULL) {
        fputs(line, questions);
        fflush(questions);
        if (wait_for_each && fgets(line, sizeof line, replies) != NULL)
            printf("reply: %s", line);
    }
    fclose(questions); /* the child reads the end of file */
    while (fgets(line, sizeof line, replies) != NULL)
        printf("reply: %s", line);
    wait(NULL);
    return 0;
}
