# Reads one line, shows it, and ends: as head -n 1 does.
import sys

line = sys.stdin.readline()
print("reader:", line, end="")
