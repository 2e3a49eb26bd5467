# Connects, says its name, and waits for the welcome.
import socket
import sys

name = sys.argv[1]
give_up = "--patience=short" in sys.argv
try:
    with open("port") as file:  # the server has written it there
        port = int(file.read())
except (OSError, ValueError):
    sys.exit("the server does not listen yet")

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
if give_up:
    server.settimeout(0.5)  # connect goes on by itself, and we wait for half a second
try:
    server.connect(("127.0.0.1", port))
except socket.timeout:
    sys.exit("no connection in half a second, I give up")
server.settimeout(None)  # from here on, wait as long as it takes
print("Connected.", flush=True)
server.sendall(name.encode())
try:
    welcome = server.recv(100)
except OSError as error:
    sys.exit(f"recv: {error.strerror}")
print(welcome.decode(), end="")
