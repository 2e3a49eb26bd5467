# Opens the FIFO "meeting" for writing, and writes a line.
import errno
import os
import sys

flags = os.O_WRONLY
if "--wait=no" in sys.argv:
    flags |= os.O_NONBLOCK
if not os.path.exists("meeting"):
    os.mkfifo("meeting")

print("I open the FIFO for writing.", flush=True)
fifo = -1
while fifo < 0:
    try:
        fifo = os.open("meeting", flags)
    except OSError as error:
        if error.errno != errno.ENXIO:
            raise
        print(f"{error.strerror}. Press Enter to try again.", flush=True)
        if not sys.stdin.readline():
            sys.exit(1)
print("It is open.", flush=True)
os.write(fifo, b"Nice to meet you.\n")
