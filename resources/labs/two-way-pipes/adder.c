/* Reads two numbers a line from its stdin, and writes their sum to its stdout. */
#include <stdio.h>

int main(void)
{
    char line[100];
    while (fgets(line, sizeof line, stdin) != NULL) {
        int a, b;
        if (sscanf(line, "%d %d", &a, &b) == 2)
            printf("%d\n", a + b);
        else
            printf("two numbers, please\n");
        fflush(stdout); /* now, not when the buffer is full */
    }
    return 0;
}
