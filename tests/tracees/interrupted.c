// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// interrupted HOW [TIMES]: one process for each way to wait, each disturbed twice: by a signal that
// it ignores, one with a handler, one whose handler restarts calls, or by being stopped and
// continued. Says for each what its call returned and about when; all takes so many times as long.
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// In ms, or so many times that: a wait that is begun anew after a stop with what was left
// (ppoll(2), select(2)) ends 250 after its limit, one that is begun anew with all of it 500 or
// more.
enum { First = 500, Second = 750, Limit = 1200, Late = Limit + 420 };
enum { Messages = 600 };

struct Place { // of one waiting process, and of who disturbs it
    int pipe[2];
    int pair[2];
    int datagrams[2];
    int spoilt; // what was taken from it is not what was put in
    int semaphores;
    int queue;
    int listener;
    long (*wait)(void);
    char says[96];
};
static struct Place* here;
static int times = 1;
static int limitInMilliseconds;
static struct timespec limit;
static struct timeval limitInMicroseconds;

static long waitInPoll(void)
{
    struct pollfd one = { here->pipe[0], POLLIN, 0 };
    return poll(&one, 1, limitInMilliseconds);
}
static long waitInPpoll(void)
{
    struct pollfd one = { here->pipe[0], POLLIN, 0 };
    return ppoll(&one, 1, &limit, NULL);
}
static long waitInSelect(void)
{
    struct timeval left = limitInMicroseconds;
    fd_set set;
    FD_ZERO(&set);
    FD_SET(here->pipe[0], &set);
    return select(here->pipe[0] + 1, &set, NULL, NULL, &left);
}
static long waitInEpoll(void)
{
    struct epoll_event event;
    return epoll_wait(epoll_create1(0), &event, 1, limitInMilliseconds);
}
static long waitInEpollPwait2(void)
{
    struct epoll_event event;
    return syscall(SYS_epoll_pwait2, epoll_create1(0), &event, 1, &limit, NULL, 8);
}
static long waitInNanosleep(void)
{
    return nanosleep(&limit, NULL);
}
static long waitInSemop(void) // until one adds to it
{
    struct sembuf take = { 0, -1, 0 };
    return semop(here->semaphores, &take, 1);
}
static long waitInSemtimedop(void)
{
    struct sembuf take = { 1, -1, 0 };
    return semtimedop(here->semaphores, &take, 1, &limit);
}
static long waitInSigtimedwait(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    sigprocmask(SIG_BLOCK, &set, NULL);
    return sigtimedwait(&set, NULL, &limit);
}
static void limitReceive(int fd)
{
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limitInMicroseconds, sizeof limitInMicroseconds);
}
static long waitInRecv(void)
{
    char byte;
    limitReceive(here->pair[0]);
    return recv(here->pair[0], &byte, 1, 0);
}
static long waitInSocketRead(void)
{
    char byte;
    limitReceive(here->pair[0]);
    return read(here->pair[0], &byte, 1);
}
static long waitInAccept(void)
{
    limitReceive(here->listener);
    return accept(here->listener, NULL, NULL);
}
static long waitInWholeRecv(void) // half of it is there
{
    char both[2];
    return recv(here->pair[0], both, 2, MSG_WAITALL);
}
static long waitInWholeRecvmsg(void) // the same
{
    char both[3];
    struct iovec parts[] = { { both, 2 }, { both + 2, 1 } };
    struct msghdr message = { .msg_iov = parts, .msg_iovlen = 2 };
    const long got = recvmsg(here->pair[0], &message, MSG_WAITALL);
    const int kept = parts[0].iov_base == both && parts[0].iov_len == 2 && message.msg_iov == parts
        && message.msg_iovlen == 2;
    return got == 3 && memcmp(both, "abc", 3) == 0 && kept ? 1000 + got : got;
}
static long waitInRecvmmsg(void) // one of two is there
{
    char bytes[2];
    struct iovec parts[] = { { bytes, 1 }, { bytes + 1, 1 } };
    struct mmsghdr messages[] = { { .msg_hdr = { .msg_iov = &parts[0], .msg_iovlen = 1 } },
        { .msg_hdr = { .msg_iov = &parts[1], .msg_iovlen = 1 } } };
    const long got = recvmmsg(here->datagrams[0], messages, 2, 0, NULL);
    char more;
    const long after = recv(here->datagrams[0], &more, 1, MSG_DONTWAIT);
    return got * 1000 + (after < 0 ? errno : 0); // the next call hears of no error
}
static long waitInMsgrcv(void)
{
    struct {
        long type;
        char text;
    } message;
    return msgrcv(here->queue, &message, 1, 0, 0);
}
static long waitInFutex(void)
{
    static uint32_t word = 0;
    return syscall(SYS_futex, &word, FUTEX_WAIT, 0, &limit, NULL, 0);
}
static long waitInRead(void)
{
    char byte;
    return read(here->pipe[0], &byte, 1);
}
static long waitInWrite(void) // more than there is room for
{
    static char much[200000];
    return write(here->pipe[1], much, sizeof much);
}
static long waitInSend(void)
{
    static char much[1000000];
    return send(here->pair[0], much, sizeof much, 0);
}
static void fill(unsigned char* bytes, size_t size)
{
    for (size_t i = 0; i < size; ++i)
        bytes[i] = (unsigned char)(i % 251);
}
static long waitInWritev(void)
{
    static unsigned char much[200000];
    fill(much, sizeof much);
    const struct iovec parts[] = { { much, 100 }, { much + 100, 150000 }, { much, 0 },
        { much + 150100, sizeof much - 150100 } };
    struct iovec given[4];
    memcpy(given, parts, sizeof parts);
    const long done = writev(here->pipe[1], given, 4);
    return memcmp(given, parts, sizeof parts) == 0 ? done : -2;
}
static long waitInSendmsg(void)
{
    static unsigned char much[1000000];
    fill(much, sizeof much);
    struct iovec parts[] = { { much, 400000 }, { much + 400000, sizeof much - 400000 } };
    struct msghdr message = { .msg_iov = parts, .msg_iovlen = 2 };
    const long done = sendmsg(here->pair[0], &message, 0);
    return message.msg_iov == parts && parts[0].iov_base == much && parts[1].iov_len == 600000
        ? done
        : -2;
}
static long waitInSendmmsg(void) // more than the receiver's queue has room for
{
    static struct mmsghdr messages[Messages];
    static unsigned char bytes[Messages];
    static struct iovec parts[Messages];
    fill(bytes, sizeof bytes);
    for (int i = 0; i < Messages; ++i) {
        parts[i] = (struct iovec) { &bytes[i], 1 };
        messages[i].msg_hdr = (struct msghdr) { .msg_iov = &parts[i], .msg_iovlen = 1 };
    }
    const long sent = sendmmsg(here->datagrams[0], messages, Messages, 0);
    return sent > 0 && messages[sent - 1].msg_len == 1 ? sent : -2;
}
static int locked; // a file of this run alone
static long waitInFlock(void)
{
    char path[40]; // another open file description of it
    snprintf(path, sizeof path, "/proc/self/fd/%d", locked);
    return flock(open(path, O_RDONLY), LOCK_EX);
}
static long waitInPause(void)
{
    alarm(0);
    const struct itimerval once = { { 0, 0 }, limitInMicroseconds };
    setitimer(ITIMER_REAL, &once, NULL);
    return pause();
}

static const struct {
    const char* name;
    long (*wait)(void);
    int released; // it has no limit: it goes on when it is released
} waits[] = { { "poll", waitInPoll, 0 }, { "ppoll", waitInPpoll, 0 }, { "select", waitInSelect, 0 },
    { "epoll_wait", waitInEpoll, 0 }, { "epoll_pwait2", waitInEpollPwait2, 0 },
    { "nanosleep", waitInNanosleep, 0 }, { "semop", waitInSemop, 1 },
    { "semtimedop", waitInSemtimedop, 0 }, { "sigtimedwait", waitInSigtimedwait, 0 },
    { "recv", waitInRecv, 0 }, { "read of a socket", waitInSocketRead, 0 },
    { "accept", waitInAccept, 0 }, { "recv of all", waitInWholeRecv, 1 },
    { "recvmsg of all", waitInWholeRecvmsg, 1 }, { "recvmmsg", waitInRecvmmsg, 1 },
    { "msgrcv", waitInMsgrcv, 1 }, { "futex", waitInFutex, 0 }, { "read", waitInRead, 1 },
    { "write", waitInWrite, 1 }, { "send", waitInSend, 1 }, { "writev", waitInWritev, 1 },
    { "sendmsg", waitInSendmsg, 1 }, { "sendmmsg", waitInSendmmsg, 1 }, { "flock", waitInFlock, 1 },
    { "pause", waitInPause, 0 } };
enum { Count = sizeof waits / sizeof *waits };

static void handle(int number)
{
    (void)number;
}

static void stretch(const char* by)
{
    times = by ? atoi(by) : 1;
    limitInMilliseconds = Limit * times;
    limit.tv_sec = limitInMilliseconds / 1000;
    limit.tv_nsec = limitInMilliseconds % 1000 * 1000000L;
    limitInMicroseconds.tv_sec = limit.tv_sec;
    limitInMicroseconds.tv_usec = limit.tv_nsec / 1000;
}

static struct timespec* start; // when all of them began to wait
static int ready[2], go[2]; // pipes: one byte of each that is about to; the end of file for all

static long sinceStart(void) // ms, where all takes one time as long
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return ((now.tv_sec - start->tv_sec) * 1000 + (now.tv_nsec - start->tv_nsec) / 1000000) / times;
}

static void sleepUntil(long when)
{
    for (long left = when - sinceStart(); left > 0; left = when - sinceStart())
        usleep((useconds_t)(left * times) * 1000);
}

static void beginTogether(void)
{
    char byte = 0;
    close(go[1]);
    write(ready[1], &byte, 1);
    read(go[0], &byte, 1);
}

static void letAllBegin(int count)
{
    char bytes[64];
    while (count > 0)
        count -= (int)read(ready[0], bytes, sizeof bytes);
    clock_gettime(CLOCK_MONOTONIC, start);
    close(go[1]);
}

static const char* about(long when, int released)
{
    if (when < First - 5)
        return "early";
    if (when < Second - 10)
        return "at the first";
    if (when < Limit - 10)
        return "at the second";
    return released || when < Late ? "in time" : "late";
}

static void waiter(const char* how, long (*wait)(void), int released)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handle;
    sigaction(SIGALRM, &action, NULL);
    action.sa_flags = strcmp(how, "restart") == 0 ? SA_RESTART : 0;
    sigaction(SIGUSR1, &action, NULL);
    beginTogether();
    if (strcmp(how, "ignored") == 0) {
        const pid_t child = fork(); // its end is heard of by SIGCHLD, ignored by default
        if (child == 0) {
            sleepUntil(Second);
            _exit(0);
        }
    }
    const long result = wait();
    const int error = errno;
    snprintf(here->says, sizeof here->says, "%ld %s, %s", result,
        result < 0 ? strerrorname_np(error) : "", about(sinceStart(), released));
    _exit(0);
}

static void disturb(const char* how, pid_t pid, int second)
{
    if (strcmp(how, "stop") == 0)
        kill(pid, second ? SIGCONT : SIGSTOP);
    else if (strcmp(how, "ignored") == 0)
        kill(pid, second ? SIGWINCH : SIGURG);
    else
        kill(pid, SIGUSR1);
}

// Waits for more, as long as any may come: until what the call returned is said.
static int hasMore(const struct Place* place, int fd)
{
    struct pollfd more = { fd, POLLIN, 0 };
    for (;;) {
        const int hasReturned = place->says[0] != 0;
        if (poll(&more, 1, hasReturned ? 0 : 20) > 0)
            return 1;
        if (hasReturned)
            return 0;
    }
}

static void takeAll(const struct Place* place, int fd, ssize_t most)
{
    static char room[1000000];
    while (most > 0 && hasMore(place, fd))
        most -= read(fd, room, sizeof room);
}

// The same, of what fill() made.
static int isSpoilt(const struct Place* place, int fd, ssize_t most)
{
    static unsigned char room[1000000];
    ssize_t all = 0;
    int spoilt = 0;
    while (all < most && hasMore(place, fd)) {
        const ssize_t got = read(fd, room, sizeof room);
        for (ssize_t i = 0; i < got; ++i)
            spoilt |= room[i] != (unsigned char)((all + i) % 251);
        all += got > 0 ? got : most;
    }
    return spoilt;
}

// Ends what has no limit of its own.
static void release(struct Place* place)
{
    struct sembuf give = { 0, 1, 0 };
    const struct {
        long type;
        char text;
    } message = { 1, 'x' };
    semop(place->semaphores, &give, 1);
    msgsnd(place->queue, &message, 1, 0);
    if (place->wait != waitInWrite && place->wait != waitInWritev)
        write(place->pipe[1], "x", 1);
    if (place->wait == waitInWholeRecv)
        write(place->pair[1], "b", 1);
    if (place->wait == waitInWrite)
        takeAll(place, place->pipe[0], 200000);
    if (place->wait == waitInSend)
        takeAll(place, place->pair[1], 1000000);
    if (place->wait == waitInWholeRecvmsg)
        write(place->pair[1], "bc", 2);
    if (place->wait == waitInRecvmmsg)
        write(place->datagrams[1], "2", 1);
    if (place->wait == waitInWritev)
        place->spoilt = isSpoilt(place, place->pipe[0], 200000);
    if (place->wait == waitInSendmmsg)
        place->spoilt = isSpoilt(place, place->datagrams[1], Messages);
    if (place->wait == waitInSendmsg)
        place->spoilt = isSpoilt(place, place->pair[1], 1000000);
}

static void prepare(struct Place* place)
{
    struct sockaddr_in address;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    place->semaphores = semget(IPC_PRIVATE, 2, 0600);
    place->queue = msgget(IPC_PRIVATE, 0600);
    place->listener = socket(AF_INET, SOCK_STREAM, 0);
    bind(place->listener, (struct sockaddr*)&address, sizeof address);
    listen(place->listener, 1);
    pipe(place->pipe);
    socketpair(AF_UNIX, SOCK_STREAM, 0, place->pair);
    socketpair(AF_UNIX, SOCK_DGRAM, 0, place->datagrams);
}

int main(int argc, char** argv)
{
    const char* const how = argc > 1 ? argv[1] : "ignored";
    static pid_t pids[Count];
    stretch(argc > 2 ? argv[2] : NULL);
    struct Place* const places = mmap(
        NULL, sizeof *places * Count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    locked = memfd_create("locked", MFD_CLOEXEC);
    flock(locked, LOCK_EX);
    for (int i = 0; i < Count; ++i)
        prepare(&places[i]);
    start = mmap(NULL, sizeof *start, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pipe(ready);
    pipe(go);
    for (int i = 0; i < Count; ++i) {
        here = &places[i];
        here->wait = waits[i].wait;
        if (waits[i].wait == waitInWholeRecv || waits[i].wait == waitInWholeRecvmsg)
            write(here->pair[1], "a", 1);
        if (waits[i].wait == waitInRecvmmsg)
            write(here->datagrams[1], "1", 1);
        pids[i] = fork();
        if (pids[i] == 0)
            waiter(how, waits[i].wait, waits[i].released);
    }
    letAllBegin(Count);
    for (int second = 0; second < 2; ++second) {
        sleepUntil(second ? Second : First);
        for (int i = 0; i < Count; ++i)
            disturb(how, pids[i], second);
    }
    for (int i = 0; i < Count; ++i) { // what has a limit ends before the rest is released
        if (!waits[i].released)
            waitid(P_PID, (id_t)pids[i], NULL, WEXITED | WNOWAIT);
    }
    sleepUntil(Limit);
    flock(locked, LOCK_UN);
    for (int i = 0; i < Count; ++i)
        release(&places[i]);
    for (int i = 0; i < Count; ++i) {
        waitpid(pids[i], NULL, 0);
        printf("%s: %s%s\n", waits[i].name, places[i].says, places[i].spoilt ? ", spoilt" : "");
        semctl(places[i].semaphores, 0, IPC_RMID);
        msgctl(places[i].queue, IPC_RMID, NULL);
    }
    return 0;
}
