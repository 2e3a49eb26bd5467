/* Opens two FIFOs, reads questions from one, and answers each, in capitals, through the other. */
#define _POSIX_C_SOURCE 200809L
#include <ctype.h>
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    mkfifo("questions", 0600); /* or the client has made them */
    mkfifo("answers", 0600);

    int questions = open("questions", O_RDONLY);
    int answers = open("answers", O_WRONLY);
    if (questions < 0 || answers < 0)
        err(1, "open");

    char text[100];
    ssize_t count;
    while ((count = read(questions, text, sizeof text)) > 0) {
        for (ssize_t n = 0; n < count; n++)
            text[n] = (char)toupper((unsigned char)text[n]);
        if (write(answers, text, (size_t)count) != count)
            err(1, "write");
    }
    return 0; /* end of file: nobody will ask any more */
}
