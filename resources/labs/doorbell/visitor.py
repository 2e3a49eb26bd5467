# Puts a letter into the letterbox of the house, and rings.
import os
import signal
import sys

with open("house.pid") as note:
    house = int(note.read())

with open("letterbox", "wb") as letterbox:
    letterbox.write(f"I am {sys.argv[1]:10.10}\n".encode())  # 16 bytes: a letter
os.kill(house, signal.SIGUSR1)
print("I have left a letter and rung.")
