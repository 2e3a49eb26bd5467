// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// threads WAY
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t second = PTHREAD_MUTEX_INITIALIZER;

static void* end(void* nothing)
{
    return nothing;
}

static void* execute(void* nothing)
{
    char* const command[] = { "true", NULL };
    execv("/bin/true", command);
    return nothing;
}

static void* work(void* nothing)
{
    usleep(200 * 1000);
    return nothing;
}

static void* lockSecondFirst(void* nothing)
{
    pthread_mutex_lock(&second);
    usleep(200 * 1000);
    pthread_mutex_lock(&first);
    return nothing;
}

static void* lockFirstFirst(void* nothing)
{
    pthread_mutex_lock(&first);
    usleep(200 * 1000);
    pthread_mutex_lock(&second);
    return nothing;
}

// Waits for itself, after the first thread has ended; what it has printed is nowhere yet.
static void* readOwnSocket(void* nothing)
{
    int own[2];
    char byte;
    usleep(100 * 1000);
    printf("kept");
    socketpair(AF_UNIX, SOCK_STREAM, 0, own);
    read(own[0], &byte, 1);
    return nothing;
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    pthread_t thread;
    if (strcmp(way, "three") == 0) {
        pthread_t threads[3];
        for (int i = 0; i < 3; ++i)
            pthread_create(&threads[i], NULL, end, NULL);
        for (int i = 0; i < 3; ++i)
            pthread_join(threads[i], NULL);
    } else if (strcmp(way, "exec") == 0) {
        pthread_create(&thread, NULL, execute, NULL);
        pthread_join(thread, NULL);
    } else if (strcmp(way, "leader") == 0) { // the first thread ends before the other
        pthread_create(&thread, NULL, work, NULL);
        pthread_exit(NULL);
    } else if (strcmp(way, "headless") == 0) {
        pthread_create(&thread, NULL, lockFirstFirst, NULL);
        pthread_create(&thread, NULL, lockSecondFirst, NULL);
        pthread_exit(NULL);
    } else if (strcmp(way, "headless-socket") == 0) {
        pthread_create(&thread, NULL, readOwnSocket, NULL);
        pthread_exit(NULL);
    } else if (strcmp(way, "crossed") == 0) {
        pthread_mutex_lock(&first);
        pthread_create(&thread, NULL, lockSecondFirst, NULL);
        usleep(200 * 1000);
        pthread_mutex_lock(&second);
    }
    return 0;
}
