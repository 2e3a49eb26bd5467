/* Reads questions from stdin and answers each on stdout. Of sockets it knows nothing. */
#include <stdio.h>
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
    return 0; /* end of file: nobody will ask any more */
}
