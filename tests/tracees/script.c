// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// script ACTOR…: does what it is told. Each actor is "m" (the first process, which waits for all
// others at its end), "t" (a thread of it) or "p" (a child), and then what it does:
//   wF:N  write N bytes to descriptor F    rF:N  read N bytes from it, or up to its end    cF close
//   qM  poll those whose bits are in M, until there is something to read    hF  shut down writing
//   lK  lock mutex K    uK  unlock it      sK  wait for semaphore K    pK  post it
//   kK  wait for condition K               bK  make it true, for good, and tell all
//   dM  do nothing for M ms
// Descriptors 0 to 3 are a pipe's ends and a FIFO's ends, 4 and 5 a pair of sockets.
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOCKS 2
#define MOST 4

static int fds[6];
static char bytes[1000 * 1000];
static struct {
    pthread_mutex_t mutexes[LOCKS];
    sem_t semaphores[LOCKS];
    pthread_mutex_t guards[LOCKS];
    pthread_cond_t conditions[LOCKS];
    int isTrue[LOCKS];
} * locks;

static void readAll(int fd, long count)
{
    char* const into = malloc((size_t)count);
    while (count > 0) {
        const ssize_t got = read(fd, into, (size_t)count);
        if (got <= 0)
            break;
        count -= got;
    }
    free(into);
}

// A signal may cut a write short, though it be ignored, where the program is traced.
static void writeAll(int fd, long count)
{
    while (count > 0) {
        const ssize_t put = write(fd, bytes, (size_t)count);
        if (put <= 0)
            break;
        count -= put;
    }
}

static void pollAll(int mask)
{
    struct pollfd some[6];
    nfds_t count = 0;
    for (int i = 0; i < 6; ++i) {
        if ((mask >> i & 1) != 0)
            some[count++] = (struct pollfd) { .fd = fds[i], .events = POLLIN };
    }
    poll(some, count, -1);
}

static void awaitCondition(int of)
{
    pthread_mutex_lock(&locks->guards[of]);
    while (!locks->isTrue[of])
        pthread_cond_wait(&locks->conditions[of], &locks->guards[of]);
    pthread_mutex_unlock(&locks->guards[of]);
}

static void makeTrue(int of)
{
    pthread_mutex_lock(&locks->guards[of]);
    locks->isTrue[of] = 1;
    pthread_cond_broadcast(&locks->conditions[of]);
    pthread_mutex_unlock(&locks->guards[of]);
}

static void perform(char what, int of, long count)
{
    switch (what) {
    case 'w':
        writeAll(fds[of], count);
        break;
    case 'r':
        readAll(fds[of], count);
        break;
    case 'c':
        close(fds[of]);
        break;
    case 'q':
        pollAll(of);
        break;
    case 'h':
        shutdown(fds[of], SHUT_WR);
        break;
    case 'k':
        awaitCondition(of);
        break;
    case 'b':
        makeTrue(of);
        break;
    case 'l':
        pthread_mutex_lock(&locks->mutexes[of]);
        break;
    case 'u':
        pthread_mutex_unlock(&locks->mutexes[of]);
        break;
    case 's':
        sem_wait(&locks->semaphores[of]);
        break;
    case 'd':
        usleep((useconds_t)of * 1000);
        break;
    case 'p':
        sem_post(&locks->semaphores[of]);
        break;
    default:
        break;
    }
}

static void* play(void* actor)
{
    for (char* at = (char*)actor + 1; *at == ' ';) {
        const char what = at[1];
        const int of = (int)strtol(at + 2, &at, 10);
        const long count = *at == ':' ? strtol(at + 1, &at, 10) : 0;
        perform(what, of, count);
    }
    return NULL;
}

static void makeFifo(void)
{
    char folder[] = "/tmp/ipclab-script-XXXXXX";
    char path[64];
    mkdtemp(folder);
    snprintf(path, sizeof path, "%s/fifo", folder);
    mkfifo(path, 0600);
    fds[2] = open(path, O_RDONLY | O_NONBLOCK); // else it would wait for the other
    fds[3] = open(path, O_WRONLY);
    fcntl(fds[2], F_SETFL, 0);
    unlink(path);
    rmdir(folder);
}

static void makeLocks(void)
{
    pthread_mutexattr_t shared;
    pthread_condattr_t sharedToo;
    locks = mmap(NULL, sizeof *locks, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_mutexattr_init(&shared);
    pthread_mutexattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
    pthread_condattr_init(&sharedToo);
    pthread_condattr_setpshared(&sharedToo, PTHREAD_PROCESS_SHARED);
    for (int i = 0; i < LOCKS; ++i) {
        pthread_mutex_init(&locks->guards[i], &shared);
        pthread_cond_init(&locks->conditions[i], &sharedToo);
        pthread_mutex_init(&locks->mutexes[i], &shared);
        sem_init(&locks->semaphores[i], 1, 0);
    }
}

int main(int argc, char** argv)
{
    pid_t children[MOST] = { 0 };
    pthread_t threads[MOST];
    signal(SIGPIPE, SIG_IGN);
    pipe(fds);
    makeFifo();
    socketpair(AF_UNIX, SOCK_STREAM, 0, fds + 4);
    makeLocks();
    for (int i = 2; i < argc && i - 1 < MOST; ++i) {
        if (argv[i][0] != 'p')
            continue;
        children[i - 1] = fork();
        if (children[i - 1] == 0) {
            play(argv[i]);
            return 0;
        }
    }
    for (int i = 2; i < argc && i - 1 < MOST; ++i) {
        if (argv[i][0] == 't')
            pthread_create(&threads[i - 1], NULL, play, argv[i]);
    }
    if (argc > 1)
        play(argv[1]);
    for (int i = 2; i < argc && i - 1 < MOST; ++i) {
        if (argv[i][0] == 't')
            pthread_join(threads[i - 1], NULL);
        else
            waitpid(children[i - 1], NULL, 0);
    }
    return 0;
}
