/* Reads questions, a line each, and answers each with a line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    int flush = 0;
    for (int i = 1; i < argc; i++) {
        flush |= strcmp(argv[i], "--flush=yes") == 0;
        if (strcmp(argv[i], "--mode=line") == 0)
            setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
    }

    char question[100];
    while (fgets(question, sizeof question, stdin) != NULL) {
        printf("Fine, thank you.\n");
        if (flush)
            fflush(stdout);
    }
    return EXIT_SUCCESS; /* end of file: nobody will ask any more */
}
