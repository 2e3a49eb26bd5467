# Parent and child, each with one end of a pair: a question, and its answer on the way back.
import os
import socket
import sys

parent_end, child_end = socket.socketpair()
child = os.fork()
if child == 0:
    parent_end.close()
    while child_end.recv(100):
        child_end.sendall(b"Very!")
    os._exit(0)  # end of file: the parent has closed its end

child_end.close()
parent_end.sendall(b"Hungry?")
answer = parent_end.recv(100).decode()
print(f"the child says “{answer}”. Press Enter to end.", flush=True)
sys.stdin.readline()
parent_end.close()
os.waitpid(child, 0)
