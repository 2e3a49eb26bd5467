# Waits for the bell (SIGUSR1) and takes letters out of a FIFO; SIGHUP: reads its welcome again.
import os
import signal
import sys

LETTER = 16  # bytes: each letter has the same size


def take_letter():
    try:
        return os.read(letterbox, LETTER).decode()
    except BlockingIOError:
        return ""


def read_welcome(before):
    if not os.path.exists("welcome.conf"):
        return before  # nobody has changed it
    with open("welcome.conf") as file:
        return file.readline().strip()


all_letters = "--letters=all" in sys.argv
bells = {signal.SIGUSR1, signal.SIGHUP}
signal.pthread_sigmask(signal.SIG_BLOCK, bells)  # sigwait takes them, no handler does

if not os.path.exists("letterbox"):
    os.mkfifo("letterbox")
letterbox = os.open("letterbox", os.O_RDONLY | os.O_NONBLOCK)
with open("house.pid", "w") as note:  # so visitors know where to ring
    print(os.getpid(), file=note)

welcome = "Good day"
print("At home.", flush=True)
while True:
    bell = signal.sigwait(bells)
    if bell == signal.SIGHUP:
        welcome = read_welcome(welcome)
        print("From now on I say:", welcome, flush=True)
        continue
    letter = take_letter()
    if not letter:
        print("It rang, and the letterbox is empty.", flush=True)
    while letter:
        print(f"{welcome}! {letter}", end="", flush=True)
        letter = take_letter() if all_letters else ""
