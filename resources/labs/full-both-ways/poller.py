# The same dialog in one thread: communicate() asks poll which pipe will not make it wait.
import subprocess
import sys

child = subprocess.Popen(
    [sys.executable, "child.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
)
answers, errors = child.communicate(b"x" * 200_000)
print(f"{len(answers)} bytes of answers")
