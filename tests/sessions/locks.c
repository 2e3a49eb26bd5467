// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One thread sleeps with the lock, two wait for the lock, and the first waits for the sleeper.
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void* sleepWithIt(void* nothing)
{
    pthread_mutex_lock(&lock);
    sleep(60);
    return nothing;
}

static void* takeIt(void* nothing)
{
    pthread_mutex_lock(&lock);
    return nothing;
}

int main(void)
{
    pthread_t threads[3];
    for (int i = 0; i < 3; ++i) {
        pthread_create(&threads[i], NULL, i == 0 ? sleepWithIt : takeIt, NULL);
        usleep(50 * 1000);
    }
    return pthread_join(threads[0], NULL);
}
