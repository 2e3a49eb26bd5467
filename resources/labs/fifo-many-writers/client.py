# Opens the FIFO "counter", greets by name, and leaves when you press Enter.
import os
import sys

counter = os.open("counter", os.O_WRONLY)
os.write(counter, f"{sys.argv[1]} says hello.\n".encode())

print("Press Enter to leave.", flush=True)
sys.stdin.readline()
os.close(counter)
