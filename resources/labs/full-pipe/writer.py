# Writes twenty blocks of one letter to its stdout, each with one call.
import os
import sys

BLOCKS = 20

letter, size = sys.argv[1].encode(), int(sys.argv[2])
for n in range(BLOCKS):
    os.write(sys.stdout.fileno(), letter * size)
