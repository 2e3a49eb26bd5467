# Starts the child with two pipes, asks it one question, and waits for the reply.
import subprocess
import sys
import time

close_first = "--close=yes" in sys.argv

child = subprocess.Popen(
    [sys.executable, "child.py", *sys.argv[1:]],
    stdin=subprocess.PIPE,
    stdout=subprocess.PIPE,
    text=True,
)

child.stdin.write("How are you?\n")
child.stdin.flush()
if close_first:
    time.sleep(1)
    child.stdin.close()

reply = child.stdout.readline()
print(reply if reply else "no reply\n", end="")
if not close_first:
    time.sleep(1)
    child.stdin.close()
child.wait()
sys.exit(0 if reply else 1)
