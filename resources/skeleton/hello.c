/* Greets, then waits for a line. Where is the greeting meanwhile? */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    printf("Hello!\n");
    if (argc > 1 && strcmp(argv[1], "--flush=yes") == 0)
        fflush(stdout);

    char line[100];
    if (fgets(line, sizeof line, stdin) == NULL)
        return EXIT_FAILURE; /* end of file: nobody answered */
    return EXIT_SUCCESS; /* what is still in the buffer is written now */
}
