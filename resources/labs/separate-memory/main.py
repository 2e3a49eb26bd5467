# A worker adds a name to main's list. The worker is a child process or a thread.
import os
import sys
import threading
import time

names = ["Ada"]


def show(who):
    print(f"{who}: {' '.join(names)} (the list is at {id(names):#x})")


def work():
    time.sleep(0.5)
    if "--crash=yes" in sys.argv:
        os.abort()
    names.append("Grace")
    show("worker")


show("main")
if "--who=thread" in sys.argv:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
else:
    with_pipe = "--who=process-and-pipe" in sys.argv
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        work()
        if with_pipe:
            os.write(write_end, names[-1].encode())
        sys.exit()
    os.close(write_end)
    if with_pipe:
        names.append(os.read(read_end, 20).decode())
    os.waitpid(child, 0)
show("main")
