# Listens, but accepts nobody until it is told to: one client for each Enter.
import socket
import sys

backlog = 1
for word in sys.argv:
    if word.startswith("--backlog="):
        backlog = int(word.split("=")[1])

listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.bind(("127.0.0.1", 0))  # port 0: any that is free
listener.listen(backlog)
with open("port", "w") as file:  # so that the clients find us
    print(listener.getsockname()[1], file=file)

print("Busy. Press Enter to accept a client.", flush=True)
while sys.stdin.readline():
    client, address = listener.accept()
    name = client.recv(50)
    client.sendall(b"Welcome, " + name + b"!\n")
    client.close()
