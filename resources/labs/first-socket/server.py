# Accepts two clients, greets each, and then answers them in turn, a line at a time.
import socket
import sys

close_listener = "--listener=close" in sys.argv
ask_listener = "--receive=listener" in sys.argv

listener = socket.create_server(("127.0.0.1", 0), backlog=5)  # port 0: any that is free
with open("port", "w") as file:  # so that the clients find us
    print(listener.getsockname()[1], file=file)

clients = []
for n in range(2):
    client, address = listener.accept()
    clients.append(client)
    client.sendall(f"Welcome to descriptor {client.fileno()}.\n".encode())
if close_listener:
    listener.close()

n = 0
while True:
    client = clients[n]
    line = (listener if ask_listener else client).recv(200)
    if not line:
        break  # a client has gone
    client.sendall(f"Descriptor {client.fileno()} heard: ".encode() + line)
    n = 1 - n
