# A parent and its child add one to the same number, which both have in shared memory.
import fcntl
import mmap
import os
import sys

from mark import mark


def add_one(memory, locked):
    if locked:
        file = os.open("lock", os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(file, fcntl.LOCK_EX)
    mark("before-read")
    mine = memory[0]
    mark("has-read")
    memory[0] = mine + 1
    if locked:
        fcntl.flock(file, fcntl.LOCK_UN)


memory = mmap.mmap(-1, 1)  # shared with the child that is made below; memory[0] is the number
child = os.fork()
add_one(memory, locked="--lock=yes" in sys.argv)
if child == 0:
    os._exit(0)
os.wait()
print(f"number: {memory[0]}")
