/* Asks for port 1, which belongs to the system's own services, and says what came of it. */
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    int first = 1024; /* from this port on, anyone may */
    FILE *file = fopen("/proc/sys/net/ipv4/ip_unprivileged_port_start", "r");
    if (file != NULL) {
        if (fscanf(file, "%d", &first) != 1)
            first = 1024;
        fclose(file);
    }
    printf("Here anyone may take the ports from %d on. ", first);
    printf("I am %s.\n", geteuid() == 0 ? "root" : "an ordinary user");

    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(1)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int low = socket(AF_INET, SOCK_STREAM, 0);
    int result = bind(low, (struct sockaddr *)&address, sizeof address);
    printf("bind to port 1: %s\n", result == 0 ? "granted" : strerror(errno));
    close(low);
    return 0;
}
