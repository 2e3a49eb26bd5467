// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// secluded WAY FOLDER [live]: waits for somebody to come by a name, and nobody does; with "live"
// somebody does, after a while. "alone": a FIFO that nobody else opens.
#include <fcntl.h>
#include <mqueue.h>
#include <semaphore.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/stat.h>
#include <unistd.h>

static int live;

// In a live run: a process that does nothing for a while, and then goes on here.
static int isRescuer(void)
{
    if (!live || fork() != 0)
        return 0;
    usleep(300 * 1000);
    return 1;
}

static int oppositeOrder(const char* folder)
{
    char first[4096];
    snprintf(first, sizeof first, "%s/first", folder);
    if (chdir(folder) != 0 || mkfifo("first", 0600) != 0 || mkfifo("second", 0600) != 0)
        return 1;
    if (isRescuer()) {
        open("first", O_RDONLY);
        return 0;
    }
    if (fork() == 0) {
        creat("second", 0600);
        open("first", O_RDONLY | O_NONBLOCK);
        return 0;
    }
    open(first, O_WRONLY);
    open("second", O_RDONLY | O_NONBLOCK);
    return 0;
}

static int alone(const char* folder)
{
    if (chdir(folder) != 0 || mkfifo("alone", 0600) != 0)
        return 1;
    if (isRescuer()) {
        open("alone", O_WRONLY);
        return 0;
    }
    open("alone", O_RDONLY);
    return 0;
}

// Its FIFO is in the folder, and has a second name.
static int twoNames(const char* folder)
{
    if (chdir(folder) != 0 || mkfifo("one", 0600) != 0 || link("one", "other") != 0)
        return 1;
    open("one", O_RDONLY);
    return 0;
}

static int semaphores(void)
{
    struct sembuf take = { 0, -1, 0 };
    const int set = semget(IPC_PRIVATE, 1, 0600);
    if (isRescuer()) {
        struct sembuf give = { 0, 1, 0 };
        semop(set, &give, 1);
        return 0;
    }
    semop(set, &take, 1);
    semctl(set, 0, IPC_RMID);
    return 0;
}

static int messages(void)
{
    struct {
        long type;
        char text[8];
    } message = { 1, "" };
    const int queue = msgget(IPC_PRIVATE, 0600);
    if (isRescuer()) {
        msgsnd(queue, &message, sizeof message.text, 0);
        return 0;
    }
    msgrcv(queue, &message, sizeof message.text, 0, 0);
    msgctl(queue, IPC_RMID, NULL);
    return 0;
}

static int namedQueue(void)
{
    char name[64];
    char text[64];
    struct mq_attr size = { .mq_maxmsg = 1, .mq_msgsize = sizeof text };
    snprintf(name, sizeof name, "/ipclab-secluded-%d", (int)getpid());
    const mqd_t queue = mq_open(name, O_RDWR | O_CREAT, 0600, &size);
    if (isRescuer()) {
        mq_send(queue, "go", 2, 0);
        return 0;
    }
    mq_unlink(name);
    mq_receive(queue, text, sizeof text, NULL);
    return 0;
}

static int namedSemaphore(void)
{
    char name[64];
    snprintf(name, sizeof name, "/ipclab-secluded-%d", (int)getpid());
    if (isRescuer()) {
        sem_t* const late = sem_open(name, 0);
        sem_unlink(name);
        sem_post(late);
        return 0;
    }
    sem_wait(sem_open(name, O_CREAT, 0600, 0));
    return 0;
}

int main(int argc, char** argv)
{
    const char* const way = argc > 2 ? argv[1] : "";
    live = argc > 3 && strcmp(argv[3], "live") == 0;
    if (strcmp(way, "order") == 0)
        return oppositeOrder(argv[2]);
    if (strcmp(way, "alone") == 0)
        return alone(argv[2]);
    if (strcmp(way, "two-names") == 0)
        return twoNames(argv[2]);
    if (strcmp(way, "semaphores") == 0)
        return semaphores();
    if (strcmp(way, "messages") == 0)
        return messages();
    if (strcmp(way, "named-queue") == 0)
        return namedQueue();
    if (strcmp(way, "named-semaphore") == 0)
        return namedSemaphore();
    return 2;
}
