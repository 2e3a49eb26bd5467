/* Shows what the kernel has of the server's port: each socket and its state, as ss(8) does. */
#include <err.h>
#include <stdio.h>

int main(void)
{
    static const char *const states[] = {"?", "ESTABLISHED", "SYN_SENT", "SYN_RECV", "FIN_WAIT1",
        "FIN_WAIT2", "TIME_WAIT", "CLOSE", "CLOSE_WAIT", "LAST_ACK", "LISTEN", "CLOSING"};
    unsigned port, here, there, state;
    FILE *file = fopen("port", "r");
    if (file == NULL || fscanf(file, "%u", &port) != 1)
        errx(1, "no server has had a port yet");
    fclose(file);

    FILE *sockets = fopen("/proc/net/tcp", "r");
    if (sockets == NULL)
        err(1, "/proc/net/tcp");
    char line[300];
    int found = 0;
    while (fgets(line, sizeof line, sockets) != NULL) {
        if (sscanf(line, " %*d: %*x:%x %*x:%x %x", &here, &there, &state) != 3 || state > 11)
            continue; /* the heading */
        if (here != port && there != port)
            continue;
        printf("%s's end: port %u to port %u, %s\n", here == port ? "server" : "client", here,
            there, states[state]);
        found = 1;
    }
    fclose(sockets);
    if (!found)
        printf("port %u: nothing\n", port);
    return 0;
}
