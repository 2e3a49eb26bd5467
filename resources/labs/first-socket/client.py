# Connects to the server, and sends what you type: a line, an answer, a line, an answer.
import socket
import sys

try:
    with open("port") as file:  # the server has written it there
        port = int(file.read())
except (OSError, ValueError):
    sys.exit("the server does not listen yet")

try:
    server = socket.create_connection(("127.0.0.1", port))
except OSError as error:
    sys.exit(f"connect: {error.strerror}")
while True:
    answer = server.recv(200)
    if not answer:
        print("The server has gone.")
        break
    print(answer.decode(), end="", flush=True)
    line = sys.stdin.readline()
    if not line:
        break
    server.sendall(line.encode())
