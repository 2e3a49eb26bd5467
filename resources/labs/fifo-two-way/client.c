/* Opens two FIFOs, passes your lines on through one, and shows the answers from the other. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc != 3)
        errx(1, "usage: client --first=answers --wait=yes");
    int no_wait = strcmp(argv[2], "--wait=no") == 0 ? O_NONBLOCK : 0;
    mkfifo("questions", 0600); /* or the server has made them */
    mkfifo("answers", 0600);

    int questions, answers;
    if (strcmp(argv[1], "--first=answers") == 0) {
        answers = open("answers", O_RDONLY | no_wait);
        questions = open("questions", O_WRONLY);
    } else {
        questions = open("questions", O_WRONLY);
        answers = open("answers", O_RDONLY | no_wait);
    }
    if (questions < 0 || answers < 0 || fcntl(answers, F_SETFL, 0) != 0) /* reads do wait */
        err(1, "open");

    char text[100];
    printf("Both are open. Type a line.\n");
    while (fgets(text, sizeof text, stdin) != NULL) {
        if (write(questions, text, strlen(text)) < 0)
            err(1, "write");
        ssize_t count = read(answers, text, sizeof text);
        if (count <= 0)
            errx(1, "no answer");
        printf("Answer: %.*s", (int)count, text);
    }
    return 0;
}
