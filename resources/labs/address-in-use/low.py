# Asks for port 1, which belongs to the system's own services, and says what came of it.
import os
import socket

first = 1024  # from this port on, anyone may
try:
    with open("/proc/sys/net/ipv4/ip_unprivileged_port_start") as file:
        first = int(file.read())
except OSError:
    pass
who = "root" if os.geteuid() == 0 else "an ordinary user"
print(f"Here anyone may take the ports from {first} on. I am {who}.")

low = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
try:
    low.bind(("127.0.0.1", 1))
    print("bind to port 1: granted")
except OSError as error:
    print("bind to port 1:", error.strerror)
low.close()
