# Starts the child in one of three ways. Who waits for whom, and what comes back?
import subprocess
import sys
import time

child = [sys.executable, "child.py"]

if "--start=run" in sys.argv:
    done = subprocess.run(child, stdout=subprocess.PIPE, text=True)
    code = done.returncode
    print("parent: it printed", done.stdout, end="")
elif "--start=popen" in sys.argv:
    process = subprocess.Popen(child)
    print("parent: I go on while it works")
    time.sleep(1)
    code = process.wait()
else:
    code = subprocess.call(child)

print("parent: its code is", code)
