# Receives once for each Enter, and shows what it got.
import socket
import sys

stream = "--kind=datagram" not in sys.argv
size = 100
for word in sys.argv:
    if word.startswith("--size="):
        size = int(word.split("=")[1])

receiver = socket.socket(socket.AF_INET, socket.SOCK_STREAM if stream else socket.SOCK_DGRAM)
if "--room=small" in sys.argv:  # the kernel gives a little more than 1
    receiver.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
receiver.bind(("127.0.0.1", 0))  # port 0: any that is free
if stream:
    receiver.listen(1)
with open("port", "w") as file:  # so that the sender finds us
    print(receiver.getsockname()[1], file=file)
if stream:
    receiver, address = receiver.accept()
lines = "--lines=yes" in sys.argv
if lines:
    reader = receiver.makefile("r")  # puts lines together again

print("Press Enter to receive.", flush=True)
while sys.stdin.readline():
    text = reader.readline() if lines else receiver.recv(size).decode()
    if not text:
        break  # end of file
    text = text.rstrip("\n")
    print(f"got “{text}”", flush=True)
