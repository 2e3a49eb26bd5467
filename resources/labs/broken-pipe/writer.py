# Starts a reader on a pipe, and writes each line that you type into it.
import os
import signal
import subprocess
import sys

read_end, write_end = os.pipe()
reader = subprocess.Popen([sys.executable, "reader.py"], stdin=read_end)
os.close(read_end)
if "--sigpipe=ignore" not in sys.argv:
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # by itself, Python ignores it

try:
    for line in sys.stdin:
        os.write(write_end, line.encode())
except BrokenPipeError as error:
    print("writer: write failed:", error.strerror)
    sys.exit(1)
os.close(write_end)
reader.wait()
