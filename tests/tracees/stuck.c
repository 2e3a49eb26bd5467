// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// stuck WAY [live]: waits of many kinds that nobody can end; with "live" somebody does, after a
// while.
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#ifndef P_PIDFD
#define P_PIDFD 3
#endif

static int live;
static int up[2], down[2]; // pipes: to the parent, to the child
static int own[2]; // a pipe, or a pair of sockets, whose both ends stay in one process

static void later(void) // three times as long as a verdict takes
{
    usleep(300 * 1000);
}

static void await(int fd)
{
    char bytes[8];
    read(fd, bytes, sizeof bytes);
}

// A child that waits for its parent, or ends after a while; `up` and `down` have their one owner.
static pid_t makeChild(void)
{
    pipe(up);
    pipe(down);
    const pid_t child = fork();
    close(child == 0 ? up[0] : up[1]);
    close(child == 0 ? down[1] : down[0]);
    return child;
}

static int childsPart(void)
{
    if (live)
        later();
    else
        await(down[0]);
    return 0;
}

static int watch(int set, int fd)
{
    struct epoll_event event = { .events = EPOLLIN, .data.fd = fd };
    return epoll_ctl(set, EPOLL_CTL_ADD, fd, &event);
}

static void awaitAny(int set)
{
    struct epoll_event event;
    epoll_wait(set, &event, 1, -1);
}

static int epollOfTwo(void)
{
    if (makeChild() == 0)
        return childsPart();
    const int set = epoll_create1(0);
    watch(set, up[0]);
    watch(set, eventfd(0, 0));
    awaitAny(set);
    return 0;
}

static int set;
static void* adds(void* nothing)
{
    if (!live)
        await(own[0]);
    later();
    watch(set, eventfd(1, 0));
    return nothing;
}

static int epollAddedTo(void)
{
    pthread_t thread;
    pipe(own);
    set = epoll_create1(0);
    watch(set, own[0]);
    pthread_create(&thread, NULL, adds, NULL);
    awaitAny(set);
    return 0;
}

static int epollOfTimer(void)
{
    const struct itimerspec soon = { .it_value = { 0, 300 * 1000 * 1000 } };
    const int timer = timerfd_create(CLOCK_MONOTONIC, 0);
    set = epoll_create1(0);
    watch(set, timer);
    if (live)
        timerfd_settime(timer, 0, &soon, NULL);
    awaitAny(set);
    return 0;
}

static int readOfEventfd(void)
{
    const eventfd_t one = 1;
    const int event = eventfd(0, 0);
    if (live && fork() == 0) {
        later();
        write(event, &one, sizeof one);
        return 0;
    }
    await(event);
    return 0;
}

static int waitByPidfd(void)
{
    siginfo_t info;
    const pid_t child = makeChild();
    if (child == 0)
        return childsPart();
    const int pidfd = (int)syscall(SYS_pidfd_open, child, 0);
    if (fork() == 0) { // not the one that is waited for
        later();
        return 0;
    }
    syscall(SYS_waitid, P_PIDFD, pidfd, &info, WEXITED, NULL);
    return 0;
}

static int waitForGroup(void)
{
    const pid_t child = makeChild();
    if (child == 0) {
        setpgid(0, 0);
        return childsPart();
    }
    setpgid(child, child);
    waitpid(-child, NULL, 0);
    return 0;
}

static int waitInVfork(void)
{
    pipe(down);
    if (vfork() == 0) {
        if (live)
            later();
        else
            await(down[0]);
        _exit(0);
    }
    return 0;
}

static void takeLock(const char* how, int fd)
{
    struct flock whole = { .l_type = F_WRLCK };
    if (strcmp(how, "flock") == 0)
        flock(fd, LOCK_EX);
    else
        fcntl(fd, strcmp(how, "ofd") == 0 ? F_OFD_SETLKW : F_SETLKW, &whole);
}

// The parent has the lock, and waits for the child, which waits for the lock.
static int fileLock(const char* how)
{
    char path[] = "/tmp/ipclab-lock-XXXXXX";
    const int fd = mkstemp(path);
    takeLock(how, fd);
    if (makeChild() == 0) {
        close(fd);
        const int mine = open(path, O_RDWR);
        unlink(path);
        takeLock(how, mine);
        return 0;
    }
    if (live)
        later();
    else
        await(up[0]);
    return 0;
}

// Waits for a lock that somebody else has: whoever named the file.
static int lockOf(const char* path)
{
    flock(open(path, O_RDWR), LOCK_EX);
    return 0;
}

static int socketWithLimit(int copies)
{
    const struct timeval limit = { 0, 700 * 1000 };
    socketpair(AF_UNIX, SOCK_STREAM, 0, own);
    if (live)
        setsockopt(own[0], SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    pipe(up);
    if (copies)
        splice(own[0], NULL, up[1], NULL, 100, 0);
    else
        await(own[0]);
    return 0;
}

static void sendDescriptor(int through, int fd)
{
    char byte = 'x';
    char control[CMSG_SPACE(sizeof fd)] = { 0 };
    struct iovec bytes = { &byte, 1 };
    struct msghdr message = {
        .msg_iov = &bytes, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control
    };
    struct cmsghdr* const header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof fd);
    memcpy(CMSG_DATA(header), &fd, sizeof fd);
    sendmsg(through, &message, 0);
}

// The only end to write to is on its way to the child, which looks for it late.
static int endInFlight(void)
{
    int sockets[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, sockets);
    if (fork() == 0) {
        char byte, control[CMSG_SPACE(sizeof(int))];
        struct iovec bytes = { &byte, 1 };
        struct msghdr message = { .msg_iov = &bytes,
            .msg_iovlen = 1,
            .msg_control = control,
            .msg_controllen = sizeof control };
        close(sockets[0]);
        later();
        if (recvmsg(sockets[1], &message, 0) > 0 && live)
            write(*(int*)CMSG_DATA(CMSG_FIRSTHDR(&message)), "x", 1);
        return 0;
    }
    pipe(own);
    if (live && makeChild() == 0) { // another that has the end, and waits for its parent
        close(sockets[0]);
        close(sockets[1]);
        await(down[0]);
        return 0;
    }
    sendDescriptor(sockets[0], own[1]);
    if (live)
        close(own[1]); // else it holds the end itself as well
    await(own[0]);
    return 0;
}

static void tells(int number)
{
    (void)number;
    write(own[1], "x", 1);
}

// The signal of a child's end, or of a child, wakes it. Who has the write end itself may always be
// woken so: unless "live" the child has it alone.
static int bySignal(int number)
{
    const struct sigaction action = { .sa_handler = tells, .sa_flags = SA_RESTART };
    pipe(own);
    sigaction(number, &action, NULL);
    const pid_t parent = getpid();
    if (makeChild() == 0) {
        close(own[0]);
        if (live)
            close(own[1]);
        signal(number, SIG_DFL);
        childsPart();
        if (number != SIGCHLD)
            kill(parent, number);
        return 0;
    }
    if (!live)
        close(own[1]);
    await(own[0]);
    return 0;
}

static void* shuts(void* nothing)
{
    int other[2];
    pipe(other);
    if (!live)
        await(other[0]);
    later();
    shutdown(own[0], SHUT_RD);
    return nothing;
}

static int shutDown(void)
{
    pthread_t thread;
    socketpair(AF_UNIX, SOCK_STREAM, 0, own);
    pthread_create(&thread, NULL, shuts, NULL);
    await(own[0]);
    return 0;
}

// From now on its descriptors are its own.
static void* partsWithTable(void* parted)
{
    unshare(CLONE_FILES);
    sem_post(parted);
    if (live) {
        later();
        write(own[1], "x", 1);
    }
    return NULL;
}

static int ownTable(void)
{
    pthread_t thread;
    sem_t parted;
    sem_init(&parted, 0, 0);
    pipe(own);
    pthread_create(&thread, NULL, partsWithTable, &parted);
    sem_wait(&parted);
    const pid_t child = fork();
    if (child == 0) { // it has the end to write to itself
        await(own[0]);
        return 0;
    }
    if (live)
        close(own[1]); // the thread has it still
    else
        pthread_join(thread, NULL);
    waitpid(child, NULL, 0);
    return 0;
}

static void* cancels(void* of)
{
    later();
    pthread_cancel(*(pthread_t*)of);
    return NULL;
}

static void* waitsForNothing(void* nothing)
{
    pause();
    return nothing;
}

static void* endsAll(void* of)
{
    cancels(of);
    kill(0, SIGTERM);
    return NULL;
}

// Full to the brim, each way: both want room, nobody reads.
static int fullSockets(void)
{
    static char bytes[1000 * 1000];
    socketpair(AF_UNIX, SOCK_STREAM, 0, own);
    const pid_t child = fork();
    const int mine = own[child == 0];
    close(own[child != 0]);
    if (child == 0 && live) {
        later();
        for (int left = (int)sizeof bytes; left > 0;)
            left -= (int)read(mine, bytes, sizeof bytes);
        return 0;
    }
    write(mine, bytes, sizeof bytes);
    return 0;
}

static void takeAll(int from, size_t most)
{
    static char bytes[65536];
    ssize_t count;
    later();
    for (size_t taken = 0; taken < most; taken += (size_t)count) {
        count = read(from, bytes, sizeof bytes);
        if (count <= 0)
            return;
    }
}

// The child writes more than the terminal has room for, into the one end; the parent, which has the
// other, waits for it.
static int fullTerminal(int intoMaster)
{
    static char bytes[1000 * 1000];
    struct termios raw;
    const int master = posix_openpt(O_RDWR | O_NOCTTY);
    grantpt(master);
    unlockpt(master);
    const int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    tcgetattr(slave, &raw);
    cfmakeraw(&raw);
    tcsetattr(slave, TCSANOW, &raw);
    if (fork() == 0) {
        close(intoMaster ? slave : master);
        write(intoMaster ? master : slave, bytes, sizeof bytes);
        return 0;
    }
    close(intoMaster ? master : slave);
    if (live)
        takeAll(intoMaster ? slave : master, sizeof bytes);
    wait(NULL);
    return 0;
}

// Two datagram sockets, in `own`, that anyone may send to; the length of their addresses.
static socklen_t makeLetterboxes(struct sockaddr_un address[2])
{
    const struct sockaddr_un unnamed = { .sun_family = AF_UNIX };
    for (int i = 0; i < 2; ++i) {
        socklen_t length = sizeof address[i];
        own[i] = socket(AF_UNIX, SOCK_DGRAM, 0);
        bind(own[i], (const struct sockaddr*)&unnamed, sizeof unnamed.sun_family); // abstract
        getsockname(own[i], (struct sockaddr*)&address[i], &length);
    }
    return sizeof(sa_family_t) + 6; // "\0" and five digits, unix(7)
}

// Each sends to the other until there is no room, and reads nothing: the parent as it is connected,
// the child to an address.
static int fullDatagrams(void)
{
    static char bytes[4096];
    struct sockaddr_un address[2];
    const socklen_t length = makeLetterboxes(address);
    if (fork() == 0) {
        close(own[0]);
        for (int i = 0; i < 1000; ++i)
            sendto(own[1], bytes, sizeof bytes, 0, (struct sockaddr*)&address[0], length);
        return 0;
    }
    close(own[1]);
    if (live)
        takeAll(own[0], 1000 * sizeof bytes);
    connect(own[0], (struct sockaddr*)&address[1], length);
    for (int i = 0; i < 1000 && !live; ++i)
        send(own[0], bytes, sizeof bytes, 0);
    return 0;
}

static void fillAndPoll(int fd)
{
    static char bytes[4096];
    struct pollfd room = { .fd = fd, .events = POLLOUT };
    while (send(fd, bytes, sizeof bytes, MSG_DONTWAIT) > 0) { }
    poll(&room, 1, -1);
}

// The same, of two that are connected with each other and wait for room in poll(2).
static int polledDatagrams(void)
{
    char bytes[8];
    struct sockaddr_un address[2];
    const socklen_t length = makeLetterboxes(address);
    for (int i = 0; i < 2; ++i)
        connect(own[i], (struct sockaddr*)&address[1 - i], length);
    if (fork() == 0) {
        close(own[0]);
        fillAndPoll(own[1]);
        return 0;
    }
    close(own[1]);
    if (!live)
        fillAndPoll(own[0]);
    later();
    while (recv(own[0], bytes, sizeof bytes, MSG_DONTWAIT) > 0) { }
    wait(NULL);
    return 0;
}

// The child sends all that there is room for, and who could accept it waits for the child.
static int fullUnaccepted(int accepts)
{
    static char bytes[16 * 1000 * 1000];
    struct sockaddr_in address = { .sin_family = AF_INET };
    socklen_t length = sizeof address;
    const int server = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(server, (struct sockaddr*)&address, sizeof address);
    listen(server, 5);
    getsockname(server, (struct sockaddr*)&address, &length);
    if (fork() == 0) {
        const int client = socket(AF_INET, SOCK_STREAM, 0);
        close(server);
        connect(client, (struct sockaddr*)&address, sizeof address);
        write(client, bytes, sizeof bytes);
        return 0;
    }
    if (accepts)
        own[0] = accept(server, NULL, NULL);
    if (live)
        takeAll(accepts ? own[0] : accept(server, NULL, NULL), sizeof bytes);
    wait(NULL);
    return 0;
}

static int cancelled(void)
{
    pthread_t thread, main = pthread_self();
    sem_t semaphore;
    sem_init(&semaphore, 0, 0);
    pipe(own);
    if (live)
        pthread_create(&thread, NULL, cancels, &main);
    await(own[0]);
    return 0;
}

// The child waits for a lock of the first thread, which waits for the child; in a live run another
// thread cancels the first, as it has done before.
static int cancelledWhileLocking(void)
{
    pthread_t thread, first = pthread_self();
    pthread_mutexattr_t shared;
    pthread_mutex_t* const mutex
        = mmap(NULL, sizeof *mutex, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_mutexattr_init(&shared);
    pthread_mutexattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
    pthread_mutex_init(mutex, &shared);
    pthread_mutex_lock(mutex);
    if (makeChild() == 0) {
        pthread_mutex_lock(mutex);
        return 0;
    }
    if (live) {
        pthread_create(&thread, NULL, waitsForNothing, NULL);
        pthread_cancel(thread);
        pthread_join(thread, NULL);
        pthread_create(&thread, NULL, endsAll, &first);
    }
    await(up[0]);
    return 0;
}

// Anyone may post a semaphore that has a name; this one has no time to.
static int namedSemaphore(int keep)
{
    char name[64];
    snprintf(name, sizeof name, "/ipclab-test-%d", getpid());
    sem_t* const semaphore = sem_open(name, O_CREAT | O_EXCL, 0600, 0);
    if (!keep)
        sem_unlink(name);
    if (fork() == 0) {
        if (live) {
            later();
            sem_post(semaphore);
            return 0;
        }
        sem_wait(semaphore);
        return 0;
    }
    sem_wait(semaphore);
    sem_unlink(name);
    return 0;
}

// What a ring does nobody sees: it may well write into the pipe.
static int besideRing(void)
{
    char parameters[120] = { 0 }; // struct io_uring_params
    if (syscall(SYS_io_uring_setup, 2, parameters) < 0)
        return 3;
    pipe(own);
    await(own[0]);
    return 0;
}

// A timer that would wake it: it is switched off, and its handler with it, unless "live".
static int byTimer(const char* which)
{
    const struct sigaction action = { .sa_handler = tells, .sa_flags = SA_RESTART };
    const struct itimerval soon = { .it_value = { 0, 300 * 1000 } }, never = { 0 };
    const struct itimerspec later = { .it_value = { 0, 300 * 1000 * 1000 } }, off = { 0 };
    timer_t timer, other;
    pipe(own);
    sigaction(SIGALRM, &action, NULL);
    if (strcmp(which, "alarm") == 0) {
        alarm(1);
        if (!live)
            alarm(0);
    } else if (strcmp(which, "interval") == 0) {
        setitimer(ITIMER_REAL, &soon, NULL);
        if (!live)
            setitimer(ITIMER_REAL, &never, NULL);
    } else {
        timer_create(CLOCK_MONOTONIC, NULL, &timer);
        timer_settime(timer, 0, &later, NULL);
        timer_create(CLOCK_MONOTONIC, NULL, &other);
        timer_settime(other, 0, &later, NULL);
        timer_delete(other);
        if (!live)
            timer_settime(timer, 0, &off, NULL);
    }
    if (!live)
        signal(SIGALRM, SIG_DFL);
    await(own[0]);
    return 0;
}

static int alarms;
static void countsAlarms(int number)
{
    if (++alarms == 6)
        tells(number);
    if (!live)
        signal(number, SIG_DFL);
}

// One that has gone off, and will not again, unless "live".
static int timerThatIsOver(void)
{
    const struct sigaction action = { .sa_handler = countsAlarms, .sa_flags = SA_RESTART };
    struct itimerval often = { .it_value = { 0, 100 * 1000 } };
    pipe(own);
    sigaction(SIGALRM, &action, NULL);
    if (live)
        often.it_interval = often.it_value;
    setitimer(ITIMER_REAL, &often, NULL);
    await(own[0]);
    return 0;
}

// The kernel tells in the eventfd that there is something in the pipe: who writes there has not got
// it.
static int eventfdOfAio(void)
{
    aio_context_t context = 0;
    pipe(own);
    if (fork() == 0) {
        later();
        write(own[1], "x", 1);
        return 0;
    }
    const int event = eventfd(0, 0);
    struct iocb poll = { .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = (unsigned)own[0],
        .aio_buf = POLLIN,
        .aio_flags = IOCB_FLAG_RESFD,
        .aio_resfd = (unsigned)event };
    struct iocb* all[] = { &poll };
    if (syscall(SYS_io_setup, 1, &context) < 0 || syscall(SYS_io_submit, context, 1L, all) != 1)
        return 3;
    await(event);
    return 0;
}

// The child has a ring, which may tell of something in an eventfd that the child has closed.
static int eventfdBesideRing(void)
{
    char parameters[120] = { 0 }; // struct io_uring_params
    const int event = eventfd(0, 0);
    if (makeChild() == 0) {
        close(event);
        syscall(SYS_io_uring_setup, 2, parameters);
        return childsPart();
    }
    await(event);
    return 0;
}

// Nothing was given to the kernel to do.
static int waitForCompletion(const char* how)
{
    char parameters[120] = { 0 }; // struct io_uring_params
    struct io_event event;
    aio_context_t context = 0;
    if (strcmp(how, "aio-wait") == 0) {
        if (syscall(SYS_io_setup, 1, &context) < 0)
            return 3;
        return (int)syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL);
    }
    const int ring = (int)syscall(SYS_io_uring_setup, 2, parameters);
    if (ring < 0)
        return 3;
    return (int)syscall(SYS_io_uring_enter, ring, 0, 1, 1 /* IORING_ENTER_GETEVENTS */, NULL, 0);
}

// In a file that others may map, though its name be gone.
static int semaphoreIn(const char* path)
{
    sem_wait(mmap(NULL, sizeof(sem_t), PROT_READ | PROT_WRITE, MAP_SHARED, open(path, O_RDWR), 0));
    return 0;
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    live = argc > 2 && strcmp(argv[2], "live") == 0;
    if (strcmp(way, "epoll") == 0)
        return epollOfTwo();
    if (strcmp(way, "epoll-added") == 0)
        return epollAddedTo();
    if (strcmp(way, "epoll-timer") == 0)
        return epollOfTimer();
    if (strcmp(way, "eventfd") == 0)
        return readOfEventfd();
    if (strcmp(way, "pidfd") == 0)
        return waitByPidfd();
    if (strcmp(way, "group") == 0)
        return waitForGroup();
    if (strcmp(way, "vfork") == 0)
        return waitInVfork();
    if (strcmp(way, "flock") == 0 || strcmp(way, "ofd") == 0 || strcmp(way, "posix") == 0)
        return fileLock(way);
    if (strcmp(way, "lock-of") == 0)
        return lockOf(argv[2]);
    if (strcmp(way, "ring") == 0)
        return besideRing();
    if (strcmp(way, "ring-wait") == 0 || strcmp(way, "aio-wait") == 0)
        return waitForCompletion(way);
    if (strcmp(way, "ring-eventfd") == 0)
        return eventfdBesideRing();
    if (strcmp(way, "aio-eventfd") == 0)
        return eventfdOfAio();
    if (strcmp(way, "alarm") == 0 || strcmp(way, "interval") == 0 || strcmp(way, "timer") == 0)
        return byTimer(way);
    if (strcmp(way, "timer-over") == 0)
        return timerThatIsOver();
    if (strcmp(way, "semaphore-in") == 0)
        return semaphoreIn(argv[2]);
    if (strcmp(way, "socket-limit") == 0)
        return socketWithLimit(0);
    if (strcmp(way, "splice-limit") == 0)
        return socketWithLimit(1);
    if (strcmp(way, "in-flight") == 0)
        return endInFlight();
    if (strcmp(way, "child-signal") == 0)
        return bySignal(SIGCHLD);
    if (strcmp(way, "own-signal") == 0)
        return bySignal(SIGUSR1);
    if (strcmp(way, "own-table") == 0)
        return ownTable();
    if (strcmp(way, "shutdown") == 0)
        return shutDown();
    if (strcmp(way, "cancel") == 0)
        return cancelled();
    if (strcmp(way, "cancel-owner") == 0)
        return cancelledWhileLocking();
    if (strcmp(way, "full-sockets") == 0)
        return fullSockets();
    if (strcmp(way, "full-terminal") == 0 || strcmp(way, "full-master") == 0)
        return fullTerminal(strcmp(way, "full-master") == 0);
    if (strcmp(way, "full-datagrams") == 0)
        return fullDatagrams();
    if (strcmp(way, "polled-datagrams") == 0)
        return polledDatagrams();
    if (strcmp(way, "full-connection") == 0 || strcmp(way, "full-unaccepted") == 0)
        return fullUnaccepted(strcmp(way, "full-connection") == 0);
    if (strcmp(way, "named-semaphore") == 0)
        return namedSemaphore(1);
    if (strcmp(way, "unlinked-semaphore") == 0)
        return namedSemaphore(0);
    return 2;
}
