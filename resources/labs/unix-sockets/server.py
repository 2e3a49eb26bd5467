# Has a socket with a name in the folder, and receives once for each Enter.
import os
import socket
import sys

stream = "--kind=datagram" not in sys.argv
if "--remove=yes" in sys.argv and os.path.exists("mailbox"):
    os.unlink("mailbox")  # the file of a server that has ended

server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM if stream else socket.SOCK_DGRAM)
try:
    server.bind("mailbox")
except OSError as error:
    sys.exit(f"bind to mailbox: {error.strerror}")
if stream:
    server.listen(5)
    server, address = server.accept()

print("Press Enter to receive.", flush=True)
while sys.stdin.readline():
    print(f"got “{server.recv(100).decode()}”", flush=True)
# The file stays.
