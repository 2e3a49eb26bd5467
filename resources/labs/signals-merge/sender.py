# Sends the receiver five signals, one right after the other.
import os
import signal
import sys

real_time = "--signal=SIGRTMIN" in sys.argv
with open("receiver.pid") as note:
    receiver = int(note.read())

for n in range(5):
    os.kill(receiver, signal.SIGRTMIN if real_time else signal.SIGUSR1)
print("I have sent five.")
