# Calls fork, once or in a loop. Each process says that it is there, and stays for a moment.
import os
import sys
import time

forks = 3 if "--forks=3" in sys.argv else 2 if "--forks=2" in sys.argv else 1
leave = "--child=leaves" in sys.argv

print(f"{os.getpid()} (child of {os.getppid()}): before fork")
for i in range(forks):
    result = os.fork()
    if result == 0 and leave:
        break  # the child leaves the loop; only the parent goes on forking

if "--result=shown" in sys.argv:
    print(f"{os.getpid()} (child of {os.getppid()}): after fork, which returned {result}")
else:
    print(f"{os.getpid()} (child of {os.getppid()}): after fork")

time.sleep(1 if "--stay=1s" in sys.argv else 5)
try:
    while True:
        os.wait()
except ChildProcessError:
    pass  # none of my children is left
