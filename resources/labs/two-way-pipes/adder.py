# Reads two numbers a line from its stdin, and writes their sum to its stdout.
import sys

for line in sys.stdin:
    try:
        a, b = line.split()
        print(int(a) + int(b), flush=True)  # now, not when the buffer is full
    except ValueError:
        print("two numbers, please", flush=True)
