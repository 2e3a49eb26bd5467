// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

// ping_pong ROUNDS: 32 bytes go to a child through one pipe and come back through another.
int main(int argc, char** argv)
{
    const long rounds = argc > 1 ? atol(argv[1]) : 20000;
    int there[2];
    int back[2];
    if (pipe(there) != 0 || pipe(back) != 0)
        return 1;
    const pid_t child = fork();
    char bytes[32] = "thirty-one letters and an end..";
    if (child == 0) {
        close(there[1]);
        while (read(there[0], bytes, sizeof bytes) == sizeof bytes) {
            if (write(back[1], bytes, sizeof bytes) != sizeof bytes)
                return 1;
        }
        return 0;
    }
    close(there[0]);
    for (long i = 0; i < rounds; ++i) {
        if (write(there[1], bytes, sizeof bytes) != sizeof bytes
            || read(back[0], bytes, sizeof bytes) != sizeof bytes)
            return 1;
    }
    close(there[1]);
    int status = 0;
    waitpid(child, &status, 0);
    return status == 0 ? 0 : 1;
}
