# Starts the child with one socket as its stdin and stdout, asks it one question, and reads on.
import os
import socket
import sys
import time

child_accepts = "--child=accepts" in sys.argv
shut = "--shutdown=yes" in sys.argv
listener = socket.create_server(("127.0.0.1", 0))  # port 0: any that is free


def connected(by_accepting):  # one end of the connection
    if by_accepting:
        end, address = listener.accept()
    else:
        end = socket.create_connection(listener.getsockname())
    listener.close()
    return end


child = os.fork()
if child == 0:
    end = connected(child_accepts)
    os.dup2(end.fileno(), 0)
    os.dup2(end.fileno(), 1)
    os.execv(sys.executable, [sys.executable, "child.py", *sys.argv[1:]])

end = connected(not child_accepts)
end.sendall(b"How are you?\n")
if shut:
    time.sleep(1)  # a moment to look
    end.shutdown(socket.SHUT_WR)  # "I shall not write any more"

reply = end.makefile("r").readline()
print(reply if reply else "no reply\n", end="", flush=True)
if not shut:
    time.sleep(1)  # a moment to look
end.close()  # the child's end of file
os.waitpid(child, 0)
sys.exit(0 if reply else 1)
