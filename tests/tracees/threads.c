// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// threads WAY
#include <pthread.h>
#include <string.h>
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
    } else if (strcmp(way, "crossed") == 0) {
        pthread_mutex_lock(&first);
        pthread_create(&thread, NULL, lockSecondFirst, NULL);
        usleep(200 * 1000);
        pthread_mutex_lock(&second);
    }
    return 0;
}
