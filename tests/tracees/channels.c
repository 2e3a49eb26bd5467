// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// channels WAY [PATH]: ways for bytes, descriptors and wake-ups that are not plain pipes.
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <mqueue.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static void manyMessages(void)
{
    int ends[2];
    socketpair(AF_UNIX, SOCK_DGRAM, 0, ends);
    struct iovec out[3] = { { "one", 3 }, { "two2", 4 }, { "three", 5 } };
    struct mmsghdr sent[2] = { { .msg_hdr = { .msg_iov = out, .msg_iovlen = 1 } },
        { .msg_hdr = { .msg_iov = out + 1, .msg_iovlen = 2 } } };
    sendmmsg(ends[0], sent, 2, 0);
    char first[64], second[64];
    struct iovec in[2] = { { first, sizeof first }, { second, sizeof second } };
    struct mmsghdr got[2] = { { .msg_hdr = { .msg_iov = in, .msg_iovlen = 1 } },
        { .msg_hdr = { .msg_iov = in + 1, .msg_iovlen = 1 } } };
    recvmmsg(ends[1], got, 2, 0, NULL);
}

static void sendDescriptor(int through, int fd)
{
    char byte = 'x';
    struct iovec data = { &byte, 1 };
    union {
        char bytes[CMSG_SPACE(sizeof(int))];
        struct cmsghdr aligned;
    } control;
    struct msghdr message = { .msg_iov = &data,
        .msg_iovlen = 1,
        .msg_control = control.bytes,
        .msg_controllen = sizeof control.bytes };
    struct cmsghdr* const head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(head), &fd, sizeof fd);
    sendmsg(through, &message, 0);
}

static int receiveDescriptor(int through)
{
    char byte;
    struct iovec data = { &byte, 1 };
    union {
        char bytes[CMSG_SPACE(sizeof(int))];
        struct cmsghdr aligned;
    } control;
    struct msghdr message = { .msg_iov = &data,
        .msg_iovlen = 1,
        .msg_control = control.bytes,
        .msg_controllen = sizeof control.bytes };
    recvmsg(through, &message, 0);
    int fd = -1;
    memcpy(&fd, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof fd);
    return fd;
}

// The child gets the write end of a pipe that was made after it was.
static void rights(void)
{
    int ends[2], data[2];
    char bytes[16];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    if (fork() == 0) {
        close(ends[0]);
        const int fd = receiveDescriptor(ends[1]);
        write(fd, "through", 7);
        exit(0);
    }
    close(ends[1]);
    pipe(data);
    sendDescriptor(ends[0], data[1]);
    close(data[1]);
    while (read(data[0], bytes, sizeof bytes) > 0) { }
    wait(NULL);
}

// For a moment a FIFO is only in a socket, with what was written into it.
static void fifoInFlight(const char* path)
{
    int ends[2];
    char bytes[16];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    mkfifo(path, 0600);
    const int fifo = open(path, O_RDWR);
    write(fifo, "kept", 4);
    sendDescriptor(ends[0], fifo);
    close(fifo);
    read(receiveDescriptor(ends[1]), bytes, sizeof bytes);
    unlink(path);
}

// The write end lies in a socket, and the reader waits for what comes after it.
static void inFlight(void)
{
    int ends[2], data[2];
    char byte;
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    pipe(data);
    sendDescriptor(ends[0], data[1]);
    close(data[1]);
    read(data[0], &byte, 1);
}

static int udp(struct sockaddr_in* address)
{
    const int fd = socket(AF_INET, SOCK_DGRAM, 0);
    socklen_t size = sizeof *address;
    memset(address, 0, sizeof *address);
    address->sin_family = AF_INET;
    address->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(fd, (struct sockaddr*)address, size);
    getsockname(fd, (struct sockaddr*)address, &size);
    return fd;
}

static void udpTalk(void)
{
    struct sockaddr_in address, from;
    char bytes[16];
    const int server = udp(&address);
    if (fork() == 0) {
        const int client = socket(AF_INET, SOCK_DGRAM, 0);
        sendto(client, "question", 8, 0, (struct sockaddr*)&address, sizeof address);
        recv(client, bytes, sizeof bytes, 0);
        exit(0);
    }
    socklen_t size = sizeof from;
    recvfrom(server, bytes, 3, 0, (struct sockaddr*)&from, &size); // "que": the rest is lost
    sendto(server, "answer", 6, 0, (struct sockaddr*)&from, size);
    wait(NULL);
}

static void udpToNobody(void)
{
    struct sockaddr_in address;
    close(udp(&address));
    const int client = socket(AF_INET, SOCK_DGRAM, 0);
    sendto(client, "nobody", 6, 0, (struct sockaddr*)&address, sizeof address);
}

static void udpFlood(void)
{
    struct sockaddr_in address;
    static char bytes[1000];
    const int server = udp(&address);
    const int small = 1;
    setsockopt(server, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    const int client = socket(AF_INET, SOCK_DGRAM, 0);
    connect(client, (struct sockaddr*)&address, sizeof address);
    for (int i = 0; i < 20; ++i)
        send(client, bytes, sizeof bytes, 0);
    int got = 0;
    while (recv(server, bytes, sizeof bytes, MSG_DONTWAIT) > 0)
        ++got;
    printf("%d\n", got);
}

static void unixDatagram(const char* path)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    const int server = socket(AF_UNIX, SOCK_DGRAM, 0);
    bind(server, (struct sockaddr*)&address, sizeof address);
    const int client = socket(AF_UNIX, SOCK_DGRAM, 0);
    connect(client, (struct sockaddr*)&address, sizeof address);
    send(client, "letter", 6, 0);
    char bytes[16];
    recv(server, bytes, sizeof bytes, 0);
    unlink(path);
}

static void systemV(void)
{
    struct {
        long type;
        char text[8];
    } message = { 1, "message" };
    const int queue = msgget(IPC_PRIVATE, 0600);
    msgsnd(queue, &message, 7, 0);
    msgrcv(queue, &message, 7, 0, 0);
    msgctl(queue, IPC_RMID, NULL);
    const int set = semget(IPC_PRIVATE, 1, 0600);
    struct sembuf up = { 0, 1, 0 };
    semop(set, &up, 1);
    semctl(set, 0, IPC_RMID);
    const int segment = shmget(IPC_PRIVATE, 4096, 0600);
    char* const memory = shmat(segment, NULL, 0);
    char* const twice = shmat(segment, NULL, 0);
    shmctl(segment, IPC_RMID, NULL);
    memory[0] = 1;
    shmdt(twice); // and has it still
    if (fork() == 0) {
        shmdt(memory);
        exit(0);
    }
    wait(NULL);
    shmdt(memory);
}

static void posixQueue(const char* name)
{
    struct mq_attr limits = { .mq_maxmsg = 4, .mq_msgsize = 64 };
    const mqd_t queue = mq_open(name, O_CREAT | O_RDWR, 0600, &limits);
    char bytes[64];
    mq_send(queue, "urgent", 6, 9);
    mq_receive(queue, bytes, sizeof bytes, NULL);
    mq_unlink(name);
}

// Until it is full, and a while longer.
static void fullQueue(const char* name)
{
    struct mq_attr limits = { .mq_maxmsg = 3, .mq_msgsize = 64 };
    const mqd_t queue = mq_open(name, O_CREAT | O_RDWR, 0600, &limits);
    struct timespec soon;
    mq_unlink(name);
    clock_gettime(CLOCK_REALTIME, &soon);
    soon.tv_sec += 1;
    while (mq_timedsend(queue, "hello", 5, 0, &soon) == 0) { }
}

static void nameless(void)
{
    eventfd(0, 0);
    eventfd(0, 0);
    timerfd_create(CLOCK_MONOTONIC, 0);
    const int timer = timerfd_create(CLOCK_MONOTONIC, 0);
    dup(timer);
    epoll_create1(0);
    epoll_create1(0);
}

// A ball between two: each read lets one more write happen.
static void eventfdRounds(void)
{
    const int there = eventfd(0, 0);
    const int back = eventfd(0, 0);
    eventfd_t value = 0;
    if (fork() == 0) {
        for (int i = 0; i < 300 && eventfd_read(there, &value) == 0; ++i)
            eventfd_write(back, 1);
        exit(0);
    }
    for (int i = 0; i < 300; ++i) {
        eventfd_write(there, 1);
        eventfd_read(back, &value);
    }
    wait(NULL);
}

// The reader keeps a write end of the pipe that it reads to its end.
static void leakToSelf(void)
{
    int data[2];
    char byte;
    pipe(data);
    if (fork() == 0) {
        close(data[0]);
        write(data[1], "x", 1);
        exit(0);
    }
    while (read(data[0], &byte, 1) > 0) { }
}

// An orphan, that does other things, keeps it.
static void leakToOrphan(void)
{
    int data[2];
    char byte;
    pipe(data);
    if (fork() == 0) {
        close(data[0]);
        if (fork() == 0) {
            sleep(60);
            exit(0);
        }
        write(data[1], "x", 1);
        exit(0);
    }
    close(data[1]);
    wait(NULL);
    while (read(data[0], &byte, 1) > 0) { }
}

// Who is about to write is no leak, though it has not written yet.
static void noLeak(void)
{
    int data[2];
    char byte;
    pipe(data);
    if (fork() == 0) {
        close(data[0]);
        if (fork() == 0) {
            write(data[1], "x", 1);
            exit(0);
        }
        wait(NULL);
        usleep(700000);
        write(data[1], "y", 1);
        exit(0);
    }
    close(data[1]);
    while (read(data[0], &byte, 1) > 0) { }
}

// Memory outlives its descriptor, in a child, too; until it is given back.
static void mapped(void)
{
    const int memory = memfd_create("shared", MFD_CLOEXEC);
    int ends[2];
    char byte;
    ftruncate(memory, 4096);
    void* const at = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
    const int again = dup(memory);
    close(memory);
    close(again);
    pipe(ends);
    if (fork() == 0) {
        read(ends[0], &byte, 1);
        return;
    }
    munmap(at, 4096);
    usleep(800 * 1000);
    write(ends[1], "x", 1);
    wait(NULL);
    close(memfd_create("never mapped", 0));
}

// Memory without a name or a descriptor: the child has it, and a program that it executes has not.
static void anonymous(void)
{
    int ends[2];
    char byte;
    char* const at = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    pipe(ends);
    if (fork() == 0) {
        at[0] = 'x';
        read(ends[0], &byte, 1);
        execlp("true", "true", (char*)NULL);
        exit(1);
    }
    munmap(at, 4096);
    usleep(800 * 1000);
    write(ends[1], "x", 1);
    wait(NULL);
}

int main(int argc, char** argv)
{
    const char* const way = argc > 1 ? argv[1] : "";
    const char* const path = argc > 2 ? argv[2] : "";
    if (strcmp(way, "many") == 0)
        manyMessages();
    else if (strcmp(way, "rights") == 0)
        rights();
    else if (strcmp(way, "in-flight") == 0)
        inFlight();
    else if (strcmp(way, "fifo-in-flight") == 0)
        fifoInFlight(path);
    else if (strcmp(way, "udp") == 0)
        udpTalk();
    else if (strcmp(way, "udp-nobody") == 0)
        udpToNobody();
    else if (strcmp(way, "udp-flood") == 0)
        udpFlood();
    else if (strcmp(way, "unix-datagram") == 0)
        unixDatagram(path);
    else if (strcmp(way, "system-v") == 0)
        systemV();
    else if (strcmp(way, "mapped") == 0)
        mapped();
    else if (strcmp(way, "anonymous") == 0)
        anonymous();
    else if (strcmp(way, "queue") == 0)
        posixQueue(path);
    else if (strcmp(way, "full-queue") == 0)
        fullQueue(path);
    else if (strcmp(way, "nameless") == 0)
        nameless();
    else if (strcmp(way, "eventfd-rounds") == 0)
        eventfdRounds();
    else if (strcmp(way, "leak-self") == 0)
        leakToSelf();
    else if (strcmp(way, "leak-orphan") == 0)
        leakToOrphan();
    else if (strcmp(way, "no-leak") == 0)
        noLeak();
    else
        return 2;
    return 0;
}
