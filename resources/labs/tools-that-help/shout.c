/* Repeats each line in capitals. It has no option that would help: it just uses its library. */
#include <ctype.h>
#include <stdio.h>

int main(void)
{
    char line[200];
    while (fgets(line, sizeof line, stdin) != NULL) {
        for (char *c = line; *c != '\0'; c++)
            *c = (char)toupper((unsigned char)*c);
        printf("%s", line);
    }
    return 0;
}
