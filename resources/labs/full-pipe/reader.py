# Starts one or two writers on a pipe, and reads when it is told to. Are their blocks whole?
import fcntl
import os
import subprocess
import sys
import time

PART = 4096
F_SETPIPE_SZ = 1031  # fcntl.F_SETPIPE_SZ from Python 3.10 on


def wait_for_enter(before):
    print(f"Press Enter to {before}.", flush=True)
    sys.stdin.readline()


def judge(data, size):
    blocks = [data[at : at + size] for at in range(0, len(data), size)]
    mixed = sum(b"A" in block and b"B" in block for block in blocks)
    verdict = f"{mixed} are mixed" if mixed else "all are whole"
    print(f"{len(blocks)} blocks of {size} bytes: {verdict}", flush=True)


size = 8192 if "--size=8192" in sys.argv else 4096
letters = "AB" if "--writers=2" in sys.argv else "A"
read_end, write_end = os.pipe()
if "--capacity=131072" in sys.argv:
    fcntl.fcntl(read_end, F_SETPIPE_SZ, 131072)
writers = [
    subprocess.Popen([sys.executable, "writer.py", letter, str(size)], stdout=write_end)
    for letter in letters
]
os.close(write_end)

wait_for_enter("read 4096 bytes")
data = os.read(read_end, PART)
wait_for_enter("read the rest")
while part := os.read(read_end, PART):
    data += part
    time.sleep(0.005)  # a reader has something to do with what it reads
judge(data, size)
for writer in writers:
    writer.wait()
