# Makes a pipe and a child. What you type, the parent writes; what the child reads, it shows.
import os
import sys


def show_what_comes(read_end, size):
    while data := os.read(read_end, size):
        print(f"child: read gave {len(data)} bytes: {data.decode()}", flush=True)
    print("child: read gave 0, the end", flush=True)


size = 4 if "--size=4" in sys.argv else 100
read_end, write_end = os.pipe()
child = os.fork()
if child == 0:
    os.close(write_end)
    show_what_comes(read_end, size)
    sys.exit()

os.close(read_end)
for line in sys.stdin:
    os.write(write_end, line.rstrip("\n").encode())  # without the end of the line
os.close(write_end)
os.waitpid(child, 0)
