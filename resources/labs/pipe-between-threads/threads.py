# One process, one pipe: the main thread writes, a second thread reads and counts.
import os
import sys
import threading

LARGE = 100000


def count_bytes():
    if "--close=unused" in sys.argv:
        os.close(write_end)  # as a child process would
    total = 0
    while data := os.read(read_end, 4096):
        total += len(data)
    print(f"reader: the end, after {total} bytes", flush=True)


def write_all(data):
    try:
        os.write(write_end, data)
    except OSError as error:
        print("main: write failed:", error.strerror, flush=True)


read_end, write_end = os.pipe()
reader = threading.Thread(target=count_bytes)
if "--threads=1" not in sys.argv:
    reader.start()

if "--send=large" in sys.argv:
    write_all(b"x" * LARGE)
else:
    for line in sys.stdin:
        write_all(line.encode())
if "--close=unused" not in sys.argv:
    os.close(write_end)
if "--threads=1" in sys.argv:
    count_bytes()  # the main thread reads what it has written
else:
    reader.join()
