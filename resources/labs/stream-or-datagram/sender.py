# Sends messages, each with one call, and ends.
import socket
import sys

stream = "--kind=datagram" not in sys.argv
end = "\n" if "--lines=yes" in sys.argv else ""
messages = 3
for word in sys.argv:
    if word.startswith("--messages="):
        messages = int(word.split("=")[1])
try:
    with open("port") as file:  # the receiver has written it there
        address = ("127.0.0.1", int(file.read()))
except (OSError, ValueError):
    sys.exit("the receiver is not there yet")

sender = socket.socket(socket.AF_INET, socket.SOCK_STREAM if stream else socket.SOCK_DGRAM)
try:
    if stream:
        sender.connect(address)
    for n in range(1, messages + 1):
        text = f"message {n}{end}".encode()
        if stream:
            sender.sendall(text)
        else:
            sender.sendto(text, address)
except OSError as error:
    sys.exit(f"not sent: {error.strerror}")
print(f"{messages} messages sent, no error.")
