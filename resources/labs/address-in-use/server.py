# Serves one client, and ends. Started again, it wants the same port again.
import os
import socket
import sys

client_first = "--first=client" in sys.argv
port = 0  # the kernel chooses a free one
if os.path.exists("port"):
    with open("port") as file:  # the one that we had last time
        port = int(file.read())

listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
if "--reuse=yes" in sys.argv:
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
try:
    listener.bind(("127.0.0.1", port))
except OSError as error:
    sys.exit(f"bind to port {port}: {error.strerror}")
listener.listen(5)
port = listener.getsockname()[1]
with open("port", "w") as file:
    print(port, file=file)
print(f"Listening on port {port}.", flush=True)

client, address = listener.accept()
client.sendall(b"Good day.\n")
while client_first and client.recv(1):
    pass  # until the client has closed its end
client.close()
