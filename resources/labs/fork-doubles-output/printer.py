# Prints a line, forks, and prints again: each of the two processes its own line.
import os
import sys
import time

print("Only once, please.", end=" " if "--newline=no" in sys.argv else "\n")
if "--flush=yes" in sys.argv:
    sys.stdout.flush()

child = os.fork()
if child == 0:
    time.sleep(5 if "--pause=5s" in sys.argv else 0.5)
    if "--child=exec" in sys.argv:
        os.execlp("echo", "echo", "The child's line.")
    print("The child's line.")
    if "--child=_exit" in sys.argv:
        os._exit(0)  # at once: leaves the buffer as it is
    sys.exit(0)  # an end like any other: empties the buffer

os.waitpid(child, 0)
print("The parent's line.")
