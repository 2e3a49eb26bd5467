# Starts a child with pipes as its stdin and stdout, sends it what you type, shows its replies.
import os
import subprocess
import sys

command = ["sort"] if "--child=sort" in sys.argv else [sys.executable, "adder.py"]
if "--pipes=one" in sys.argv:  # one for both ways
    read_end, write_end = os.pipe()
    child = subprocess.Popen(command, stdin=read_end, stdout=write_end)
    questions, replies = os.fdopen(write_end, "w"), os.fdopen(read_end)
else:
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    questions, replies = child.stdin, child.stdout
wait_for_each = "--wait=end" not in sys.argv

for line in sys.stdin:
    questions.write(line)
    questions.flush()
    if wait_for_each:
        print("reply:", replies.readline(), end="", flush=True)
questions.close()  # the child reads the end of file
for reply in replies:
    print("reply:", reply, end="", flush=True)
child.wait()
