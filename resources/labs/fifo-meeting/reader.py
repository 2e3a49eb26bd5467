# Opens the FIFO "meeting" for reading, and once you press Enter, reads it to its end.
import os
import sys

flags = os.O_RDONLY
if "--wait=no" in sys.argv:
    flags |= os.O_NONBLOCK
if not os.path.exists("meeting"):
    os.mkfifo("meeting")

print("I open the FIFO for reading.", flush=True)
fifo = os.open("meeting", flags)
print("It is open. Press Enter to read.", flush=True)
sys.stdin.readline()

while True:
    data = os.read(fifo, 100)
    if not data:
        break
    print("Got:", data.decode(), end="", flush=True)
print("End of file.")
