# Starts a child that says who its parent is. What if the parent ends first?
import os
import sys
import time


def be_the_child(source):  # until there is nothing more to read
    while True:
        print("child: my parent is", os.getppid(), flush=True)
        if not os.read(source, 100):
            sys.exit()


read_end, write_end = os.pipe()
child = os.fork()
if child == 0:
    os.close(write_end)
    be_the_child(read_end if "--child=reads-pipe" in sys.argv else sys.stdin.fileno())

time.sleep(0.5)
if "--parent=waits" in sys.argv:
    os.waitpid(child, 0)
