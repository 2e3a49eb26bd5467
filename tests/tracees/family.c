// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How processes come and go: family WAY.
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

static pid_t child(int code)
{
    const pid_t pid = fork();
    if (pid == 0)
        _exit(code);
    return pid;
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    const unsigned moment = 400 * 1000; // µs: long enough to be seen
    char* const command[] = { "true", NULL };
    siginfo_t info;
    pid_t pid = 0;
    if (strcmp(way, "wait4") == 0) {
        waitpid(child(7), NULL, 0);
    } else if (strcmp(way, "waitid") == 0) {
        pid = child(8);
        waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT);
        waitid(P_PID, (id_t)pid, &info, WEXITED);
    } else if (strcmp(way, "vfork") == 0) {
        pid = vfork();
        if (pid == 0)
            execv("/bin/true", command);
        waitpid(pid, NULL, 0);
    } else if (strcmp(way, "spawn") == 0) {
        posix_spawn(&pid, "/bin/true", NULL, NULL, command, environ);
        waitpid(pid, NULL, 0);
    } else if (strcmp(way, "ignore") == 0) {
        signal(SIGCHLD, SIG_IGN);
        child(0);
        wait(NULL); // until none is left
    } else if (strcmp(way, "nocldwait") == 0) {
        const struct sigaction action = { .sa_flags = SA_NOCLDWAIT };
        sigaction(SIGCHLD, &action, NULL);
        child(0);
        wait(NULL);
    } else if (strcmp(way, "zombie") == 0) {
        pid = child(0);
        usleep(moment);
        waitpid(pid, NULL, 0);
        usleep(moment);
    } else if (strcmp(way, "orphan") == 0 && child(0) && fork() == 0) {
        usleep(moment);
    } else if (strcmp(way, "daemon") == 0 && fork() == 0) {
        setsid();
        if (fork() == 0)
            usleep(moment);
    } else if (strcmp(way, "printed") == 0) { // both have it in their buffers then
        printf("printed once\n");
        if (fork() == 0) {
            usleep(moment);
            printf("and more\n");
            usleep(moment);
            exit(0);
        }
        wait(NULL);
        _exit(3);
    } else if (strcmp(way, "abort") == 0) {
        abort();
    } else if (argc > 2) {
        raise(atoi(argv[2]));
    }
    return 3;
}
