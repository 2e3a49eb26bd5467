# Repeats each line in capitals. It has no option that would help: it just uses its library.
import sys

for line in sys.stdin:
    print(line.upper(), end="")
