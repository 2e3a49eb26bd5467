# Reads questions from stdin and answers each on stdout. Of sockets it knows nothing.
import sys

flush = "--flush=yes" in sys.argv
if "--mode=line" in sys.argv:
    sys.stdout.reconfigure(line_buffering=True)

for question in sys.stdin:
    print("Fine, thank you.")
    if flush:
        sys.stdout.flush()
# End of file: nobody will ask any more.
