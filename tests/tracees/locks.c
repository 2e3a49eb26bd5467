// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// locks WAY [live]: threads or processes that wait for a lock or for one another, for good; with
// "live" one of them ends that after a while.
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t second = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_barrier_t barrier;
static sem_t semaphore;
static int isSet;
static int live;

struct shared {
    pthread_mutex_t first, second;
    sem_t semaphore;
};
static struct shared* shared;

static void later(void) // three times as long as a verdict takes
{
    usleep(300 * 1000);
}

static void waitForCondition(void)
{
    pthread_mutex_lock(&first);
    while (!isSet)
        pthread_cond_wait(&condition, &first);
    pthread_mutex_unlock(&first);
}

static void* conditions(void* nothing)
{
    if (live) {
        later();
        pthread_mutex_lock(&first);
        isSet = 1;
        pthread_cond_broadcast(&condition);
        pthread_mutex_unlock(&first);
    }
    waitForCondition();
    return nothing;
}

static void* posts(void* nothing)
{
    if (live) {
        later();
        sem_post(&semaphore);
    }
    sem_wait(&semaphore);
    sem_post(&semaphore);
    return nothing;
}

static void* meets(void* nothing)
{
    if (live)
        later();
    pthread_barrier_wait(&barrier);
    return nothing;
}

static void* ends(void* nothing)
{
    if (live)
        later();
    else
        sem_wait(&semaphore);
    return nothing;
}

static void* reads(void* nothing)
{
    pthread_rwlock_rdlock(&rwlock);
    pthread_rwlock_unlock(&rwlock);
    return nothing;
}

// Takes the second and then the first, which main has: and so waits for main.
static void* crosses(void* nothing)
{
    pthread_mutex_lock(&second);
    sem_post(&semaphore);
    pthread_mutex_lock(&first);
    pthread_mutex_unlock(&first);
    pthread_mutex_unlock(&second);
    return nothing;
}

// Waits for the first, which passes from main to here: and keeps it for a while.
static void* isHandedIt(void* nothing)
{
    pthread_mutex_lock(&first);
    if (live)
        later();
    else
        sem_wait(&semaphore);
    pthread_mutex_unlock(&first);
    return nothing;
}

static void* wantsItToo(void* nothing)
{
    usleep(100 * 1000);
    pthread_mutex_lock(&first);
    pthread_mutex_unlock(&first);
    return nothing;
}

static int twoThreads(void* (*work)(void*), void (*here)(void))
{
    pthread_t thread;
    pthread_create(&thread, NULL, work, NULL);
    here();
    pthread_join(thread, NULL);
    return 0;
}

static void nothing(void) { }

static void* works(void* nothing)
{
    for (int i = 0; i < (live ? 20 : 2000); ++i)
        usleep(30 * 1000);
    return nothing;
}

static void waitForSemaphore(void)
{
    sem_wait(&semaphore);
    sem_post(&semaphore);
}

static void meet(void)
{
    pthread_barrier_wait(&barrier);
}

static void takeSecond(void)
{
    sem_wait(&semaphore); // the other has it
    if (live) {
        later();
        pthread_mutex_unlock(&first);
    }
    pthread_mutex_lock(&second);
    pthread_mutex_unlock(&second);
}

static void unlockLater(void)
{
    if (!live)
        return;
    later();
    pthread_rwlock_unlock(&rwlock);
}

static void* takesFirst(void* nothing)
{
    pthread_mutex_lock(&first);
    pthread_mutex_unlock(&first);
    return nothing;
}

static void unlockFirstLater(void)
{
    if (!live)
        return;
    later();
    pthread_mutex_unlock(&first);
}

static void handOn(void)
{
    pthread_t wants;
    pthread_create(&wants, NULL, wantsItToo, NULL);
    usleep(300 * 1000); // both wait for it by now
    pthread_mutex_unlock(&first);
    usleep(300 * 1000);
    pthread_join(wants, NULL);
}

static void makeFirst(int type)
{
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, type);
    pthread_mutex_init(&first, &attributes);
}

static void* unlocksFirst(void* nothing)
{
    if (live)
        later();
    else
        sem_wait(&semaphore);
    pthread_mutex_unlock(&first);
    return nothing;
}

static void takeFirst(void)
{
    pthread_mutex_lock(&first);
}

// The lock is a token: who takes it twice waits until another gives it back.
static int token(int type)
{
    makeFirst(type);
    pthread_mutex_lock(&first);
    return twoThreads(unlocksFirst, takeFirst);
}

// Main has the lock that one thread waits for, and waits for its end; a third unlocks it.
static int inOrder(void)
{
    pthread_t turn;
    pthread_mutex_lock(&first);
    pthread_create(&turn, NULL, unlocksFirst, NULL);
    return twoThreads(takesFirst, nothing);
}

// As in order, but of a lock that nobody else can unlock, and though others run.
static int checked(int isBeside)
{
    pthread_t beside;
    makeFirst(PTHREAD_MUTEX_ERRORCHECK);
    if (isBeside)
        pthread_create(&beside, NULL, works, NULL);
    pthread_mutex_lock(&first);
    return twoThreads(takesFirst, unlockFirstLater);
}

static void share(int robust)
{
    pthread_mutexattr_t attributes;
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    if (robust)
        pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&shared->first, &attributes);
    pthread_mutex_init(&shared->second, &attributes);
    sem_init(&shared->semaphore, 1, 0);
}

static pthread_mutex_t third = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t fourth = PTHREAD_MUTEX_INITIALIZER;
static pthread_barrier_t both[2];

static void takeBoth(pthread_mutex_t* one, pthread_mutex_t* other, pthread_barrier_t* after)
{
    pthread_mutex_lock(one);
    pthread_barrier_wait(after);
    pthread_mutex_lock(other);
}

static void* takesTwo(void* which)
{
    switch ((long)which) {
    case 0:
        takeBoth(&first, &second, &both[0]);
        break;
    case 1:
        takeBoth(&second, &first, &both[0]);
        break;
    case 2:
        takeBoth(&third, &fourth, &both[1]);
        break;
    default:
        takeBoth(&fourth, &third, &both[1]);
        break;
    }
    return which;
}

// Two of its threads, and then two others, while it goes on itself.
static int twoPairs(void)
{
    pthread_t thread;
    for (long i = 0; i < 4; ++i) {
        if (i % 2 == 0)
            pthread_barrier_init(&both[i / 2], NULL, 2);
        pthread_create(&thread, NULL, takesTwo, (void*)i);
        if (i == 1)
            later();
    }
    works(NULL);
    return 0;
}

static int sharedToken(void)
{
    share(0);
    if (fork() == 0) {
        pthread_mutex_lock(&shared->first);
        pthread_mutex_lock(&shared->first);
        return 0;
    }
    if (live)
        later();
    else
        sem_wait(&shared->semaphore);
    pthread_mutex_unlock(&shared->first);
    wait(NULL);
    return 0;
}

static int crossedProcesses(void)
{
    share(0);
    pthread_mutex_lock(&shared->first);
    if (fork() == 0) {
        pthread_mutex_lock(&shared->second);
        sem_post(&shared->semaphore);
        pthread_mutex_lock(&shared->first);
        return 0;
    }
    sem_wait(&shared->semaphore);
    if (live) {
        later();
        pthread_mutex_unlock(&shared->first);
        wait(NULL); // nobody unlocks the second: it ends with the child
        return 0;
    }
    pthread_mutex_lock(&shared->second);
    return 0;
}

static int sharedSemaphore(void)
{
    share(0);
    if (fork() == 0) {
        if (live) {
            later();
            sem_post(&shared->semaphore);
            sem_post(&shared->semaphore);
        }
        sem_wait(&shared->semaphore);
        return 0;
    }
    sem_wait(&shared->semaphore);
    wait(NULL);
    return 0;
}

// Where the first thread has ended there is nothing to be seen of memory or descriptors.
static void* sharesSemaphore(void* nothing)
{
    usleep(50 * 1000);
    sharedSemaphore();
    return nothing;
}

static int withoutFirstThread(void)
{
    pthread_t thread;
    pthread_create(&thread, NULL, sharesSemaphore, NULL);
    pthread_exit(NULL);
}

// The child has the lock and waits for a byte; "live" it ends, and the lock passes on.
static int robustLock(void)
{
    int ends[2];
    char byte;
    pipe(ends);
    share(1);
    if (fork() == 0) {
        close(ends[1]);
        pthread_mutex_lock(&shared->first);
        sem_post(&shared->semaphore);
        if (live)
            later();
        else
            read(ends[0], &byte, 1);
        _exit(0);
    }
    close(ends[0]);
    sem_wait(&shared->semaphore);
    pthread_mutex_lock(&shared->first);
    return 0;
}

// The child ends, and the lock stays locked.
static int deadOwner(void)
{
    share(0);
    if (fork() == 0) {
        pthread_mutex_lock(&shared->first);
        sem_post(&shared->semaphore);
        if (live) {
            later();
            pthread_mutex_unlock(&shared->first);
        }
        return 0;
    }
    sem_wait(&shared->semaphore);
    pthread_mutex_lock(&shared->first);
    return 0;
}

static int priority(void)
{
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setprotocol(&attributes, PTHREAD_PRIO_INHERIT);
    pthread_mutex_init(&first, &attributes);
    pthread_mutex_init(&second, &attributes);
    pthread_mutex_lock(&first);
    return twoThreads(crosses, takeSecond);
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    live = argc > 2;
    sem_init(&semaphore, 0, 0);
    pthread_barrier_init(&barrier, NULL, live ? 2 : 3);
    if (strcmp(way, "condition") == 0)
        return twoThreads(conditions, waitForCondition);
    if (strcmp(way, "semaphore") == 0)
        return twoThreads(posts, waitForSemaphore);
    if (strcmp(way, "barrier") == 0)
        return twoThreads(meets, meet);
    if (strcmp(way, "join") == 0)
        return twoThreads(ends, nothing);
    if (strcmp(way, "rwlock") == 0) {
        pthread_rwlock_wrlock(&rwlock);
        return twoThreads(reads, unlockLater);
    }
    if (strcmp(way, "mutex") == 0 || strcmp(way, "mutex-beside") == 0) {
        pthread_t beside; // one that has nothing to do with it goes on
        if (strcmp(way, "mutex-beside") == 0)
            pthread_create(&beside, NULL, works, NULL);
        pthread_mutex_lock(&first);
        return twoThreads(crosses, takeSecond);
    }
    if (strcmp(way, "handed") == 0) {
        pthread_mutex_lock(&first);
        return twoThreads(isHandedIt, handOn);
    }
    if (strcmp(way, "priority") == 0)
        return priority();
    if (strcmp(way, "token") == 0)
        return token(PTHREAD_MUTEX_NORMAL);
#ifdef __GLIBC__
    if (strcmp(way, "adaptive-token") == 0)
        return token(PTHREAD_MUTEX_ADAPTIVE_NP);
#endif
    if (strcmp(way, "two-pairs") == 0)
        return twoPairs();
    if (strcmp(way, "in-order") == 0)
        return inOrder();
    if (strcmp(way, "checked") == 0 || strcmp(way, "checked-beside") == 0)
        return checked(strcmp(way, "checked") != 0);
    if (strcmp(way, "shared-token") == 0)
        return sharedToken();
    if (strcmp(way, "shared-mutex") == 0)
        return crossedProcesses();
    if (strcmp(way, "shared-semaphore") == 0)
        return sharedSemaphore();
    if (strcmp(way, "headless") == 0)
        return withoutFirstThread();
    if (strcmp(way, "dead-owner") == 0)
        return deadOwner();
    if (strcmp(way, "robust") == 0)
        return robustLock();
    return 2;
}
