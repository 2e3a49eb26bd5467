# Keeps its signals blocked, and looks after them, one by one, once you have pressed Enter.
import os
import signal
import sys

real_time = "--signal=SIGRTMIN" in sys.argv
wanted = {signal.SIGRTMIN if real_time else signal.SIGUSR1}
signal.pthread_sigmask(signal.SIG_BLOCK, wanted)

with open("receiver.pid", "w") as note:  # so the sender knows whom to send to
    print(os.getpid(), file=note)

print("Busy. Press Enter, and I look after my signals.", flush=True)
sys.stdin.readline()

count = 0
while True:
    signal.sigwait(wanted)
    count += 1
    print(f"Signal no. {count} has come.", flush=True)
