# Sends messages to the mailbox, each with one call; then waits for Enter to end.
import socket
import sys

stream = "--kind=datagram" not in sys.argv
messages = 3
for word in sys.argv:
    if word.startswith("--messages="):
        messages = int(word.split("=")[1])

client = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM if stream else socket.SOCK_DGRAM)
client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1)  # soon full, though a little more than 1
try:
    client.connect("mailbox")
    for n in range(1, messages + 1):
        client.send(f"message {n}".encode())
except OSError as error:
    sys.exit(f"mailbox: {error.strerror}")
print(f"{messages} messages sent. Press Enter to end.", flush=True)
sys.stdin.readline()
