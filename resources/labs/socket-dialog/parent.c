/* Starts the child with one socket as its stdin and stdout, asks it one question, and reads on. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int listener;
static struct sockaddr_in address = {.sin_family = AF_INET}; /* port 0: any that is free */
static socklen_t size = sizeof address;

static int connected(int by_accepting) /* one end of the connection */
{
    int end = by_accepting ? accept(listener, NULL, NULL) : socket(AF_INET, SOCK_STREAM, 0);
    if (end < 0 || (!by_accepting && connect(end, (struct sockaddr *)&address, size) != 0))
        err(1, "connection");
    close(listener);
    return end;
}

int main(int argc, char **argv)
{
    int child_accepts = 0, shut = 0;
    for (int i = 1; i < argc; i++) {
        child_accepts |= strcmp(argv[i], "--child=accepts") == 0;
        shut |= strcmp(argv[i], "--shutdown=yes") == 0;
    }
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    listener = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, 1) != 0)
        err(1, "listen");
    getsockname(listener, (struct sockaddr *)&address, &size);

    pid_t child = fork();
    if (child == 0) {
        int end = connected(child_accepts);
        dup2(end, STDIN_FILENO);
        dup2(end, STDOUT_FILENO);
        close(end);
        argv[0] = "./child";
        execv(argv[0], argv);
    }
    if (child <= 0)
        err(1, "child");

    int end = connected(!child_accepts);
    dprintf(end, "How are you?\n");
    if (shut) {
        sleep(1); /* a moment to look */
        shutdown(end, SHUT_WR); /* "I shall not write any more" */
    }
    char reply[100] = "no reply\n";
    FILE *replies = fdopen(end, "r");
    int got_one = fgets(reply, sizeof reply, replies) != NULL;
    printf("%s", reply);
    fflush(stdout);
    if (!shut)
        sleep(1);    /* a moment to look */
    fclose(replies); /* the child's end of file */
    waitpid(child, NULL, 0);
    return !got_one;
}
