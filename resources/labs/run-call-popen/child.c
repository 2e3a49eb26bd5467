/* Works until it gets a line (press Enter), and then ends with the code 3. */
#include <stdio.h>

int main(void)
{
    printf("child: press Enter to end me\n");
    fflush(stdout);
    getchar();
    return 3;
}
