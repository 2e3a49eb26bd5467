// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// plights WAY [PATH]: says "PID CHILD" and then waits in that way.
#include <fcntl.h>
#include <linux/openat2.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int to[2], back[2];
static char byte;

static void tell(pid_t child)
{
    char line[64];
    const int length = snprintf(line, sizeof line, "%d %d\n", getpid(), child);
    write(1, line, (size_t)length);
}

static void* hold(void* nothing)
{
    pthread_mutex_lock(&mutex);
    pause();
    return nothing;
}

static pid_t forked(void)
{
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child == 0) {
        alarm(100);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(1);
    }
    return child;
}

// The child's answer stays in its own buffer, and it waits for the next question, or does nothing.
static void keep(int asks)
{
    const pid_t child = forked();
    if (child == 0) {
        FILE* const answers = fdopen(back[1], "w");
        fputs("fourteen bytes", answers);
        if (asks)
            read(to[0], &byte, 1);
        pause();
    }
    tell(child);
    close(to[0]);
    close(back[1]);
    read(back[0], &byte, 1);
}

static void* crosses(void* nothing)
{
    const pid_t child = forked();
    if (child == 0)
        read(to[0], &byte, 1);
    tell(child);
    read(back[0], &byte, 1);
    return nothing;
}

static void* pauses(void* nothing)
{
    pause();
    return nothing;
}

// Goes on as another thread, and without its first.
static void behead(void* (*next)(void*))
{
    pthread_t thread;
    pthread_create(&thread, NULL, next, NULL);
    pthread_exit(NULL);
}

static pthread_mutex_t other = PTHREAD_MUTEX_INITIALIZER;
static pthread_barrier_t both;
static int limited[2];

static void* takesUp(void* nothing)
{
    pthread_mutex_lock(&mutex);
    pthread_barrier_wait(&both);
    pthread_mutex_lock(&other);
    return nothing;
}

static void* takesDown(void* nothing)
{
    pthread_mutex_lock(&other);
    pthread_barrier_wait(&both);
    pthread_mutex_lock(&mutex);
    return nothing;
}

static void* contends(void* nothing)
{
    for (;;) {
        pthread_mutex_lock(&mutex);
        pthread_mutex_lock(&other);
        usleep(100);
        pthread_mutex_unlock(&other);
        pthread_mutex_unlock(&mutex);
    }
    return nothing;
}

static void* unlocksAgain(void* nothing)
{
    for (;;) {
        usleep(3000);
        pthread_mutex_unlock(&mutex);
    }
    return nothing;
}

static void start(void* (*work)(void*))
{
    pthread_t thread;
    pthread_create(&thread, NULL, work, NULL);
}

static void runOn(void)
{
    for (;;)
        usleep(1000);
}

static void* partsWithTable(void* nothing)
{
    unshare(CLONE_FILES);
    pthread_barrier_wait(&both);
    pause();
    return nothing;
}

// Of the write end only the other thread's own table knows.
static void readBesideTable(void)
{
    pthread_barrier_init(&both, NULL, 2);
    start(partsWithTable);
    pthread_barrier_wait(&both);
    close(back[1]);
    tell(0);
    read(back[0], &byte, 1);
}

static void* readsFromOwnTable(void* nothing)
{
    unshare(CLONE_FILES);
    pipe(limited);
    pthread_barrier_wait(&both);
    read(limited[0], &byte, 1);
    return nothing;
}

static void crossThreads(void)
{
    pthread_barrier_init(&both, NULL, 2);
    start(takesUp);
    start(takesDown);
    tell(0);
}

static void* readsWithLimit(void* nothing)
{
    read(limited[0], &byte, 1);
    return nothing;
}

static void limitReading(void)
{
    const struct timeval minute = { .tv_sec = 60 };
    socketpair(AF_UNIX, SOCK_STREAM, 0, limited);
    setsockopt(limited[0], SOL_SOCKET, SO_RCVTIMEO, &minute, sizeof minute);
    tell(0);
}

static void onSignal(int number)
{
    (void)number;
    write(back[1], "x", 1);
}

// A child that has no other descriptor lives on beside it; 0: there is none.
static void shareWithChild(int shared)
{
    const pid_t child = shared ? forked() : 0;
    if (shared && child == 0) {
        for (int fd = 0; fd < 32; ++fd) {
            if (fd != shared)
                close(fd);
        }
        pause();
    }
    tell(child);
}

// Waits for what only itself could write.
static void waitAlone(int in, int shared)
{
    shareWithChild(shared);
    read(in, &byte, 1);
}

static void waitForEvents(int shares)
{
    const int set = epoll_create1(0);
    struct epoll_event event = { .events = EPOLLIN };
    epoll_ctl(set, EPOLL_CTL_ADD, back[0], &event);
    shareWithChild(shares ? set : 0);
    epoll_wait(set, &event, 1, -1);
}

// A terminal whose read ends after a second, or never: termios(3).
static void waitAtTerminal(int bytes)
{
    const int master = posix_openpt(O_RDWR | O_NOCTTY);
    struct termios raw;
    grantpt(master);
    unlockpt(master);
    const int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    tcgetattr(slave, &raw);
    cfmakeraw(&raw);
    raw.c_cc[VMIN] = (cc_t)bytes;
    raw.c_cc[VTIME] = bytes ? 0 : 10;
    tcsetattr(slave, TCSANOW, &raw);
    waitAlone(slave, 0);
}

static void shareFile(const char* path)
{
    const int file = open(path, O_RDWR | O_CREAT, 0600);
    const pid_t child = forked();
    if (child == 0) {
        flock(open(path, O_RDWR), LOCK_EX);
        write(back[1], "x", 1);
        pause();
    }
    read(back[0], &byte, 1);
    tell(child);
    flock(file, LOCK_EX);
}

// Each of two processes has a lock that the other wants.
static void crossLocks(void)
{
    pthread_mutexattr_t shared;
    pthread_mutex_t* const locks
        = mmap(NULL, 2 * sizeof *locks, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_mutexattr_init(&shared);
    pthread_mutexattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
    pthread_mutex_init(&locks[0], &shared);
    pthread_mutex_init(&locks[1], &shared);
    pthread_mutex_lock(&locks[0]);
    const pid_t child = forked();
    if (child == 0) {
        pthread_mutex_lock(&locks[1]);
        write(back[1], "x", 1);
        pthread_mutex_lock(&locks[0]);
    }
    read(back[0], &byte, 1);
    tell(child);
    pthread_mutex_lock(&locks[1]);
}

// Where it is, its processes have numbers of their own: it is 1, and its child 2.
static void waitInside(int forLock)
{
    pthread_mutexattr_t shared;
    pthread_mutex_t* const lock
        = mmap(NULL, sizeof *lock, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_mutexattr_init(&shared);
    pthread_mutexattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
    pthread_mutex_init(lock, &shared);
    if (unshare(CLONE_NEWUSER | CLONE_NEWPID) != 0)
        exit(3);
    const pid_t first = fork();
    if (first == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        pthread_mutex_lock(lock);
        const pid_t child = fork();
        if (child == 0 && forLock)
            pthread_mutex_lock(lock);
        if (child != 0 && !forLock)
            waitpid(child, NULL, 0);
        for (;;)
            pause();
    }
    tell(first);
}

static void holdFifo(const char* path)
{
    mkfifo(path, 0600);
    const pid_t child = forked();
    if (child == 0) {
        open(path, O_WRONLY);
        pause();
    }
    const int in = open(path, O_RDONLY);
    tell(child);
    read(in, &byte, 1);
}

static void allowManyFiles(void)
{
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

// The last of them is another's to write to.
static void pollMany(void)
{
    enum { kCount = 1500 };
    static struct pollfd set[kCount];
    for (int i = 0; i < kCount; ++i)
        set[i] = (struct pollfd) { .fd = i + 1 < kCount ? back[0] : to[0], .events = POLLIN };
    allowManyFiles();
    shareWithChild(to[1]);
    close(to[1]);
    poll(set, kCount, -1);
}

// Each is connected to the next: a long way to go.
static void chainSockets(void)
{
    enum { kLength = 3500 };
    allowManyFiles();
    int last = -1;
    for (int i = 0; i < kLength; ++i) {
        struct sockaddr_un address = { .sun_family = AF_UNIX };
        socklen_t length = sizeof address;
        const int one = socket(AF_UNIX, SOCK_DGRAM, 0);
        if (one < 0) // a machine that allows less
            break;
        if (bind(one, (struct sockaddr*)&address, sizeof(sa_family_t)) != 0
            || getsockname(one, (struct sockaddr*)&address, &length) != 0
            || (last >= 0 && connect(last, (struct sockaddr*)&address, length) != 0))
            exit(3);
        last = one;
    }
    tell(0);
    read(last, &byte, 1);
}

// At a word in memory that has no name, which the child waits for, too, or has and will come back
// to.
static void waitInMemory(int barrier, int sharer)
{
    char* const memory
        = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    sem_t* const semaphore = (sem_t*)memory;
    pthread_barrier_t* const meeting = (pthread_barrier_t*)(memory + 1024);
    pthread_barrierattr_t shared;
    pthread_barrierattr_init(&shared);
    pthread_barrierattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
    pthread_barrier_init(meeting, &shared, 3);
    sem_init(semaphore, 1, 0);
    const pid_t child = forked();
    if (child == 0 && sharer)
        sleep(100);
    if (child != 0)
        tell(child);
    if (barrier)
        pthread_barrier_wait(meeting);
    else
        sem_wait(semaphore);
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    const char* const path = argc > 2 ? argv[2] : "";
    alarm(100); // whoever started us is gone
    pipe(to);
    pipe(back);
    if (strcmp(way, "zombie") == 0) {
        const pid_t child = fork();
        if (child == 0)
            _exit(7);
        tell(child);
    } else if (strcmp(way, "vfork") == 0) {
        tell(0);
        if (vfork() == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            pause();
            _exit(0);
        }
    } else if (strcmp(way, "mutex") == 0) {
        pthread_t thread;
        pthread_create(&thread, NULL, hold, NULL);
        while (pthread_mutex_trylock(&mutex) == 0)
            pthread_mutex_unlock(&mutex);
        tell(0);
        pthread_mutex_lock(&mutex);
    } else if (strcmp(way, "headless") == 0) {
        pthread_t thread;
        pthread_create(&thread, NULL, hold, NULL);
        tell(0);
        pthread_exit(NULL);
    } else if (strcmp(way, "wait") == 0) {
        const pid_t child = forked();
        if (child == 0)
            pause();
        tell(child);
        waitpid(child, NULL, 0);
    } else if (strcmp(way, "crossed") == 0) {
        crosses(NULL);
    } else if (strcmp(way, "crossed-headless") == 0) {
        behead(crosses);
    } else if (strcmp(way, "headless-writer") == 0) { // it could write to both
        if (forked() == 0)
            behead(pauses);
        crosses(NULL);
    } else if (strcmp(way, "headless-limit") == 0) {
        limitReading();
        behead(readsWithLimit);
    } else if (strcmp(way, "own-pipe") == 0) {
        waitAlone(back[0], 0);
    } else if (strcmp(way, "self-pipe") == 0) {
        signal(SIGCHLD, onSignal);
        waitAlone(back[0], 31);
    } else if (strcmp(way, "usr1") == 0) {
        signal(SIGUSR1, onSignal);
        waitAlone(back[0], 0);
    } else if (strcmp(way, "own-socket") == 0 || strcmp(way, "socket-sharer") == 0) {
        int ends[2];
        socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
        waitAlone(ends[0], strcmp(way, "own-socket") == 0 ? 0 : ends[0]);
    } else if (strcmp(way, "own-epoll") == 0 || strcmp(way, "epoll-sharer") == 0) {
        waitForEvents(strcmp(way, "epoll-sharer") == 0);
    } else if (strcmp(way, "own-terminal") == 0 || strcmp(way, "terminal-limit") == 0) {
        waitAtTerminal(strcmp(way, "own-terminal") == 0);
    } else if (strcmp(way, "polls-many") == 0) {
        pollMany();
    } else if (strcmp(way, "beside-running") == 0) {
        crossThreads();
        runOn();
    } else if (strcmp(way, "beside-input") == 0) {
        crossThreads();
        read(0, &byte, 1);
    } else if (strcmp(way, "contending") == 0) {
        start(contends);
        start(contends);
        tell(0);
        runOn();
    } else if (strcmp(way, "crossed-locks") == 0) {
        crossLocks();
    } else if (strcmp(way, "beside-table") == 0) {
        readBesideTable();
    } else if (strcmp(way, "own-table") == 0) {
        pthread_barrier_init(&both, NULL, 2);
        start(readsFromOwnTable);
        pthread_barrier_wait(&both);
        tell(limited[0]);
    } else if (strcmp(way, "token") == 0) {
        start(unlocksAgain);
        tell(0);
        for (;;)
            pthread_mutex_lock(&mutex);
    } else if (strcmp(way, "own-semaphore") == 0 || strcmp(way, "semaphore-sharer") == 0) {
        waitInMemory(0, strcmp(way, "semaphore-sharer") == 0);
    } else if (strcmp(way, "own-barrier") == 0 || strcmp(way, "barrier-sharer") == 0) {
        waitInMemory(1, strcmp(way, "barrier-sharer") == 0);
    } else if (strcmp(way, "kept") == 0) {
        keep(1);
    } else if (strcmp(way, "kept-live") == 0) {
        keep(0);
    } else if (strcmp(way, "open") == 0) {
        mkfifo(path, 0600);
        tell(0);
        open(path, O_RDONLY);
    } else if (strcmp(way, "creat") == 0) {
        mkfifo(path, 0600);
        tell(0);
        creat(path, 0600);
    } else if (strcmp(way, "openat2") == 0) {
        struct open_how how = { .flags = O_WRONLY };
        mkfifo(path, 0600);
        tell(0);
        syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
    } else if (strcmp(way, "inside") == 0 || strcmp(way, "inside-lock") == 0) {
        waitInside(strcmp(way, "inside-lock") == 0);
    } else if (strcmp(way, "fifo") == 0) {
        holdFifo(path);
    } else if (strcmp(way, "chain") == 0) {
        chainSockets();
    } else if (strcmp(way, "flock") == 0) {
        shareFile(path);
    } else if (strcmp(way, "limit") == 0) {
        limitReading();
        read(limited[0], &byte, 1);
    } else if (strcmp(way, "spin") == 0) {
        tell(0);
        for (volatile unsigned long i = 0;; ++i) { }
    } else {
        tell(0);
    }
    for (;;)
        pause();
}
