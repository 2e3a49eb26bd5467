// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// lines CASE: waits for ever in a line that has a mark "HERE CASE".
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int ends[2];

__attribute__((noinline)) static long readOne(char* byte)
{
    const long got = read(ends[0], byte, 1); // HERE read
    return got + *byte;
}

__attribute__((noinline)) static char* readLine(char* line, int size)
{
    FILE* const in = fdopen(ends[0], "r");
    char* const got = fgets(line, size, in); // HERE fgets
    fclose(in);
    return got;
}

static int compare(const void* a, const void* b)
{
    char byte = 0;
    readOne(&byte);
    return *(const char*)a - *(const char*)b; // through qsort(3)
}

static void* waitInThread(void* mutex)
{
    pthread_mutex_lock(mutex); // HERE thread
    pthread_mutex_unlock(mutex);
    return NULL;
}

static void* waitAlone(void* bytes)
{
    usleep(100 * 1000); // the first thread has ended by now
    readOne(bytes);
    return NULL;
}

int main(int argc, char** argv)
{
    const char* const what = argc > 1 ? argv[1] : "";
    static char bytes[64] = "zyx";
    pipe(ends);
    if (strcmp(what, "read") == 0)
        return (int)readOne(bytes);
    if (strcmp(what, "replaced") == 0 && argc > 2) // by another program of the same name
        return rename(argv[2], argv[0]) + (int)readOne(bytes);
    if (strcmp(what, "fgets") == 0)
        return readLine(bytes, sizeof bytes) != NULL;
    if (strcmp(what, "qsort") == 0)
        qsort(bytes, 3, 1, compare);
    if (strcmp(what, "poll") == 0) {
        struct pollfd one = { ends[0], POLLIN, 0 };
        poll(&one, 1, -1); // HERE poll
    }
    if (strcmp(what, "thread") == 0) {
        pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
        pthread_t thread;
        pthread_mutex_lock(&mutex);
        pthread_create(&thread, NULL, waitInThread, &mutex);
        pthread_join(thread, NULL);
    }
    if (strcmp(what, "headless") == 0) {
        pthread_t thread;
        pthread_create(&thread, NULL, waitAlone, bytes);
        pthread_exit(NULL);
    }
    if (strcmp(what, "child") == 0) {
        if (fork() == 0)
            return (int)readOne(bytes);
        wait(NULL); // HERE child
    }
    if (strcmp(what, "sleeps") == 0) {
        for (;;)
            usleep(1000); // too short to be looked at
    }
    return 0;
}
