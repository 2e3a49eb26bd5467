// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// held WAY: programs to be held, stepped and slowed. They ask no clock, so that what they print is
// the same however long they take.
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <resources/marks/mark.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static int ends[2];

static int summed(void) // a child sends numbers, the parent adds them up
{
    pipe(ends);
    if (fork() == 0) {
        close(ends[0]);
        for (int i = 1; i <= 20; ++i)
            write(ends[1], &i, sizeof i);
        return 7;
    }
    close(ends[1]);
    int number = 0, sum = 0, status = 0;
    while (read(ends[0], &number, sizeof number) > 0)
        sum += number;
    wait(&status);
    printf("sum %d, child %d\n", sum, WEXITSTATUS(status));
    return 0;
}

static volatile sig_atomic_t rung = 0;

static void ring(int number)
{
    (void)number;
    ++rung;
    write(STDOUT_FILENO, "ring\n", 5);
}

static int signalled(void) // a reader that is interrupted, and then gets its byte
{
    char byte = 0;
    int back[2];
    const struct sigaction handled = { .sa_handler = ring }; // without SA_RESTART
    sigaction(SIGUSR1, &handled, NULL);
    pipe(ends);
    pipe(back);
    const pid_t reader = getpid();
    if (fork() == 0) {
        kill(reader, SIGUSR1);
        read(back[0], &byte, 1);
        write(ends[1], "x", 1);
        return 0;
    }
    while (rung == 0) { }
    write(back[1], "g", 1);
    const ssize_t got = read(ends[0], &byte, 1);
    wait(NULL);
    printf("rung %d, got %zd %c\n", (int)rung, got, byte);
    return 0;
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int counted = 0;

static void* add(void* of)
{
    for (int i = 0; i < 50; ++i) {
        pthread_mutex_lock(&lock);
        ++counted;
        write(ends[1], of, 1);
        pthread_mutex_unlock(&lock);
    }
    return NULL;
}

static int threaded(void)
{
    pthread_t threads[3];
    char names[3] = { 'a', 'b', 'c' };
    char room[200];
    pipe(ends);
    for (int i = 0; i < 3; ++i)
        pthread_create(&threads[i], NULL, add, &names[i]);
    for (int i = 0; i < 3; ++i)
        pthread_join(threads[i], NULL);
    printf("counted %d, %zd bytes\n", counted, read(ends[0], room, sizeof room));
    return 0;
}

static int letters(void) // two children write; who is let go first is first in the pipe
{
    char room[8] = "";
    pipe(ends);
    for (int child = 0; child < 2; ++child) {
        if (fork() == 0) {
            write(ends[1], &"ab"[child], 1);
            _exit(0);
        }
    }
    while (wait(NULL) > 0 || errno == EINTR) { }
    read(ends[0], room, 2);
    puts(room);
    return 0;
}

static int counts(void) // two add one to the same number, without a lock
{
    int* const number
        = mmap(NULL, sizeof *number, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    const pid_t child = fork();
    mark("starts");
    const int mine = *number;
    mark("has-read");
    *number = mine + 1;
    mark("has-written");
    if (child == 0)
        _exit(0);
    wait(NULL);
    printf("%d\n", *number);
    return 0;
}

static int reopens(void) // its own stdout, by a name that is another file for everybody
{
    const int again = open("/dev/stdout", O_WRONLY);
    pipe(ends);
    return again < 0;
}

static int asks(void) // a reader, and nobody who writes but itself, later
{
    char byte;
    pipe(ends);
    if (fork() == 0) {
        read(ends[0], &byte, 1);
        return byte == 'y' ? 0 : 1;
    }
    close(ends[0]);
    write(ends[1], "y", 1);
    int status = 0;
    wait(&status);
    printf("child %d\n", WEXITSTATUS(status));
    return 0;
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    return strcmp(way, "summed") == 0   ? summed()
        : strcmp(way, "signalled") == 0 ? signalled()
        : strcmp(way, "threaded") == 0  ? threaded()
        : strcmp(way, "counts") == 0    ? counts()
        : strcmp(way, "letters") == 0   ? letters()
        : strcmp(way, "reopens") == 0   ? reopens()
                                        : asks();
}
