# Connects, and shows what the server says.
import socket
import sys

try:
    with open("port") as file:  # the server has written it there
        port = int(file.read())
except (OSError, ValueError):
    sys.exit("the server does not listen yet")

server = socket.create_connection(("127.0.0.1", port))
while True:
    text = server.recv(100)
    if not text:
        break
    print(text.decode(), end="", flush=True)
    if "--first=client" in sys.argv:
        break  # else wait until the server has closed its end
server.close()
