/* Reads one line, shows it, and ends: as head -n 1 does. */
#include <stdio.h>

int main(void)
{
    char line[100];
    if (fgets(line, sizeof line, stdin) != NULL)
        printf("reader: %s", line);
    return 0;
}
