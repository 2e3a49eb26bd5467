# Gives the child its whole input through one pipe, and reads the answers from another.
import subprocess
import sys
import threading
import time

size = 1000  # of the input
if "--input=100KB" in sys.argv:
    size = 100_000
if "--input=200KB" in sys.argv:
    size = 200_000


def write_all():
    child.stdin.write(b"x" * size)
    child.stdin.flush()
    time.sleep(5 if "--pause=5s" in sys.argv else 1)
    child.stdin.close()  # the child's end of file


child = subprocess.Popen(
    [sys.executable, "child.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
)

if "--write=in-thread" in sys.argv:
    writer = threading.Thread(target=write_all)
    writer.start()
    answers = child.stdout.read()
    writer.join()
else:
    write_all()
    answers = child.stdout.read()
child.wait()
print(f"{len(answers)} bytes of answers")
