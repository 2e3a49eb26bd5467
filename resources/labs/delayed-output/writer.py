# Prints a line every now and then. Where is each line meanwhile?
import sys
import time

LINES = 12

pause = 0.2
if "--every=1s" in sys.argv:
    pause = 1
if "--every=100ms" in sys.argv:
    pause = 0.1

if "--mode=line" in sys.argv:
    sys.stdout.reconfigure(line_buffering=True)
# --mode=none is not here: it is python3 -u that leaves the buffer out.

for n in range(1, LINES + 1):
    print(f"line {n}")
    if "--flush=yes" in sys.argv:
        sys.stdout.flush()
    time.sleep(pause)
# What is still in the buffer is written now, at the end.
