# Starts two children that soon end, and then works on its own for ever. Who reaps the children?
import os
import signal
import sys
import time

cure = sys.argv[1].split("=")[1] if len(sys.argv) > 1 else "nothing"


def reap_all(*_):  # one SIGCHLD may stand for several children
    try:
        while True:
            child, status = os.waitpid(-1, os.WNOHANG)
            if child == 0:
                return  # none of them has ended yet
            print("parent:", child, "has ended")
    except ChildProcessError:
        pass  # there is no child any more


if cure == "handler":
    signal.signal(signal.SIGCHLD, reap_all)
if cure == "ignore":
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)

for code in (1, 2):
    child = os.fork()
    if child == 0:
        time.sleep(0.5)
        os._exit(code)

if cure == "wait":
    os.wait()
    os.wait()
print("parent: now my own work")
if cure == "kill":
    time.sleep(1)
    os.kill(child, signal.SIGKILL)
    print("parent: kill has returned")
while True:
    if cure == "waitpid":
        reap_all()
    time.sleep(0.2)  # a piece of its own work
