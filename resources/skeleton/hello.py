# Greets, then waits for a line. Where is the greeting meanwhile?
import sys

print("Hello!")
if "--flush=yes" in sys.argv:
    sys.stdout.flush()

if not sys.stdin.readline():
    sys.exit(1)  # end of file: nobody answered
# What is still in the buffer is written now, at the end.
