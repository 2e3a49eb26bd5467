// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// signals WAY
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void handleAndSay(int number)
{
    (void)number;
    write(STDOUT_FILENO, "!", 1);
}

static void handle(int number)
{
    (void)number;
}

// A read that a signal of another process interrupts.
static int interrupted(int flags, void (*handler)(int))
{
    int ends[2];
    char byte;
    const struct sigaction action = { .sa_handler = handler, .sa_flags = flags };
    sigaction(SIGUSR1, &action, NULL);
    pipe(ends);
    if (fork() == 0) {
        usleep(200 * 1000);
        kill(getppid(), SIGUSR1);
        usleep(200 * 1000);
        write(ends[1], "x", 1);
        return 0;
    }
    const int got = (int)read(ends[0], &byte, 1);
    wait(NULL);
    return got == 1 ? 1 : 2;
}

// Signals that no handler gets. How many are left pending?
static int taken(const char* way)
{
    const struct timespec never = { 0, 0 };
    struct signalfd_siginfo info[2];
    sigset_t set;
    int number = 0;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, NULL);
    if (strcmp(way, "sigwait") == 0) {
        if (fork() == 0) {
            usleep(200 * 1000);
            kill(getppid(), SIGUSR1);
            return 0;
        }
        sigwait(&set, &number);
    } else {
        for (int i = 0; i < 5; ++i)
            kill(getpid(), SIGUSR1);
        if (strcmp(way, "signalfd") == 0)
            read(signalfd(-1, &set, 0), info, sizeof info);
        else
            sigtimedwait(&set, NULL, &never);
    }
    sigpending(&set);
    usleep(100 * 1000);
    while (wait(NULL) > 0) { }
    return sigismember(&set, SIGUSR1);
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    sigset_t set;
    if (strcmp(way, "restart") == 0)
        return interrupted(SA_RESTART, handle);
    if (strcmp(way, "restart-after-calls") == 0)
        return interrupted(SA_RESTART, handleAndSay);
    if (strcmp(way, "interrupt") == 0)
        return interrupted(0, handle);
    if (strcmp(way, "sigtimedwait") == 0 || strcmp(way, "sigwait") == 0
        || strcmp(way, "signalfd") == 0)
        return taken(way);
    if (strcmp(way, "blocked") == 0) {
        sigemptyset(&set);
        sigaddset(&set, SIGUSR2);
        sigprocmask(SIG_BLOCK, &set, NULL);
        kill(getpid(), SIGUSR2);
        usleep(100 * 1000);
        signal(SIGUSR2, SIG_IGN); // pending ones are dropped, sigaction(2)
        sigprocmask(SIG_UNBLOCK, &set, NULL);
    } else if (strcmp(way, "merged") == 0) { // three, of which two wait for the third's handler
        sigemptyset(&set);
        sigaddset(&set, SIGUSR1);
        signal(SIGUSR1, handle);
        sigprocmask(SIG_BLOCK, &set, NULL);
        for (int i = 0; i < 3; ++i)
            kill(getpid(), SIGUSR1);
        sigprocmask(SIG_UNBLOCK, &set, NULL);
        kill(getpid(), SIGUSR1);
        signal(SIGUSR2, handle);
        sigaddset(&set, SIGUSR2);
        sigprocmask(SIG_BLOCK, &set, NULL);
        kill(getpid(), SIGUSR2);
        signal(SIGUSR2, SIG_IGN); // it is dropped, and merges with none that comes later
        signal(SIGUSR2, handle);
        kill(getpid(), SIGUSR2);
        sigprocmask(SIG_UNBLOCK, &set, NULL);
    } else if (strcmp(way, "continued") == 0) { // as soon as it is known to have stopped
        for (int i = 0; i < 20; ++i) {
            const pid_t child = fork();
            if (child == 0) {
                raise(SIGSTOP);
                _exit(0);
            }
            waitpid(child, NULL, WUNTRACED);
            kill(child, SIGCONT);
            waitpid(child, NULL, 0);
        }
    } else if (strcmp(way, "ignored") == 0) {
        signal(SIGUSR1, SIG_IGN);
        raise(SIGUSR1);
    } else if (strcmp(way, "alarm") == 0) {
        const struct sigaction action = { .sa_handler = handle };
        sigaction(SIGALRM, &action, NULL);
        alarm(1);
        pause();
    } else if (strcmp(way, "stop") == 0) {
        raise(SIGSTOP);
        return 9;
    } else if (strcmp(way, "stopped") == 0 && fork() == 0) {
        raise(SIGSTOP);
        return 9;
    } else if (strcmp(way, "queued") == 0) {
        const union sigval nothing = { 0 };
        signal(SIGUSR1, handle);
        pthread_sigqueue(pthread_self(), SIGUSR1, nothing);
    } else if (strcmp(way, "both") == 0) { // one after the other, each to its own
        pid_t children[2];
        for (int i = 0; i < 2; ++i) {
            children[i] = fork();
            if (children[i] == 0)
                for (;;)
                    pause();
        }
        kill(children[0], SIGTERM);
        kill(children[1], SIGINT);
    } else if (strcmp(way, "kill-itself") == 0) {
        kill(getpid(), SIGKILL);
    } else if (strcmp(way, "raise-kill") == 0) {
        raise(SIGKILL);
    } else if (strcmp(way, "kill-group") == 0) {
        setpgid(0, 0);
        if (fork() == 0)
            for (;;)
                pause();
        kill(0, SIGKILL);
    } else if (strcmp(way, "unminded") == 0) { // in a session of its own, with no shell in it
        if (fork() == 0) {
            setsid();
            for (int number = SIGTSTP; number <= SIGTTOU; ++number) // SIGTTIN is between
                raise(number);
            return 7;
        }
    } else if (strcmp(way, "minded") == 0) { // in another group of its parent's session
        const pid_t child = fork();
        if (child == 0) {
            setpgid(0, 0);
            raise(SIGTSTP);
            return 7;
        }
        waitpid(child, NULL, WUNTRACED);
        kill(child, SIGCONT);
    } else if (strcmp(way, "stubborn") == 0) {
        signal(SIGTERM, SIG_IGN);
        for (;;)
            pause();
    }
    while (wait(NULL) > 0) { }
    return 0;
}
