/* The parent opens a file, reads its first line, and passes the descriptor to its child. */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* A message of one byte, with room beside it for one descriptor. */
static union { struct cmsghdr head; char room[CMSG_SPACE(sizeof(int))]; } beside;
static char byte;
static struct iovec one_byte = {.iov_base = &byte, .iov_len = 1};
static struct msghdr message = {.msg_iov = &one_byte, .msg_iovlen = 1,
    .msg_control = &beside, .msg_controllen = sizeof beside};

static void send_descriptor(int through, int fd)
{
    beside.head.cmsg_level = SOL_SOCKET;
    beside.head.cmsg_type = SCM_RIGHTS;
    beside.head.cmsg_len = CMSG_LEN(sizeof fd);
    memcpy(CMSG_DATA(&beside.head), &fd, sizeof fd);
    if (sendmsg(through, &message, 0) != 1)
        err(1, "sendmsg");
}

static int receive_descriptor(int through)
{
    int fd;
    if (recvmsg(through, &message, 0) != 1 || beside.head.cmsg_type != SCM_RIGHTS)
        err(1, "recvmsg");
    memcpy(&fd, CMSG_DATA(&beside.head), sizeof fd);
    return fd;
}

int main(void)
{
    int ends[2];
    char line[100];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        err(1, "socketpair");
    pid_t child = fork();
    if (child < 0)
        err(1, "fork");
    if (child == 0) {
        close(ends[0]);
        printf("Press Enter, and the child receives.\n");
        getchar();
        int fd = receive_descriptor(ends[1]);
        ssize_t count = read(fd, line, 16);
        printf("the child reads from %d: %.*s", fd, (int)count, line);
        return 0;
    }
    close(ends[1]);
    int letter = open("letter.txt", O_RDONLY);
    ssize_t count = read(letter, line, 16); /* each line has 16 bytes */
    if (count < 0)
        err(1, "letter.txt");
    printf("the parent reads from %d: %.*s", letter, (int)count, line);
    fflush(stdout);
    send_descriptor(ends[0], letter);
    close(letter);
    waitpid(child, NULL, 0);
    return 0;
}
