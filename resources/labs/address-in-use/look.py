# Shows what the kernel has of the server's port: each socket and its state, as ss(8) does.
import sys

states = ["?", "ESTABLISHED", "SYN_SENT", "SYN_RECV", "FIN_WAIT1", "FIN_WAIT2",
          "TIME_WAIT", "CLOSE", "CLOSE_WAIT", "LAST_ACK", "LISTEN", "CLOSING"]
try:
    with open("port") as file:
        port = int(file.read())
except (OSError, ValueError):
    sys.exit("no server has had a port yet")

found = False
with open("/proc/net/tcp") as sockets:
    next(sockets)  # the heading
    for line in sockets:
        number, local, remote, state = line.split()[:4]
        here, there = int(local.split(":")[1], 16), int(remote.split(":")[1], 16)
        if port in (here, there) and int(state, 16) < len(states):
            whose = "server" if here == port else "client"
            print(f"{whose}'s end: port {here} to port {there}, {states[int(state, 16)]}")
            found = True
if not found:
    print(f"port {port}: nothing")
