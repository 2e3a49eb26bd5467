/* A filter: answers each byte it reads with one byte, at once, until the end of file. */
#include <ctype.h>
#include <err.h>
#include <unistd.h>

int main(void)
{
    char bytes[4096];
    ssize_t count;
    while ((count = read(STDIN_FILENO, bytes, sizeof bytes)) > 0) {
        for (ssize_t i = 0; i < count; i++)
            bytes[i] = (char)toupper((unsigned char)bytes[i]);
        if (write(STDOUT_FILENO, bytes, (size_t)count) != count)
            err(1, "write");
    }
    return count < 0;
}
