# Prints five lines, one every 250 ms, wherever its output goes. It may say what it learns of it.
import os
import stat
import sys
import time


def kind_of_output():
    mode = os.fstat(1).st_mode
    if os.isatty(1):
        return "a terminal"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    if stat.S_ISREG(mode):
        return "a file"
    return "something else"


pause = 3 if "--every=3s" in sys.argv else 0.25
if "--mode=line" in sys.argv:
    sys.stdout.reconfigure(line_buffering=True)
if "--tell=yes" in sys.argv:
    print(f"My output is {kind_of_output()}.")

for n in range(1, 6):
    print(f"line {n}")
    time.sleep(pause)
# What is still in the buffer is written now, at the end.
