# Starts the sender, and takes its messages from a pipe, one after the other.
import os
import subprocess
import sys


def take(file, by_line):
    if by_line:
        return file.readline()
    return os.read(file.fileno(), 100).decode()


def show(number, message):
    shown = message.replace("\n", "\\n")
    print(f"message {number}: {shown}   (Enter: the next)", flush=True)
    sys.stdin.readline()


sender = subprocess.Popen(
    [sys.executable, "sender.py", *sys.argv[1:]], stdout=subprocess.PIPE, text=True
)
number = 1
by_line = "--read=raw" not in sys.argv
while message := take(sender.stdout, by_line):
    show(number, message)
    number += 1
    if "--read=mixed" in sys.argv:
        by_line = False  # the first by its line, the others with read
print("no more messages")
sender.wait()
