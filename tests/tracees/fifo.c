// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// fifo PATH: opens it for reading, which waits for a writer; the writer comes after a while.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char** argv)
{
    char bytes[16];
    if (argc < 2 || mkfifo(argv[1], 0600) != 0)
        return 1;
    if (fork() == 0) {
        usleep(300 * 1000);
        const int out = open(argv[1], O_WRONLY);
        write(out, "through", 7);
        return 0;
    }
    const int in = open(argv[1], O_RDONLY);
    while (read(in, bytes, sizeof bytes) > 0) { }
    wait(NULL);
    unlink(argv[1]);
    return 0;
}
