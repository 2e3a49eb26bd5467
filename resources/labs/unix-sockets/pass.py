# The parent opens a file, reads its first line, and passes the descriptor to its child.
import array
import os
import socket
import sys


def send_descriptor(through, fd):  # as a message of one byte, with the descriptor beside it
    beside = array.array("i", [fd])
    through.sendmsg([b"."], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, beside)])


def receive_descriptor(through):
    text, beside, flags, address = through.recvmsg(1, socket.CMSG_SPACE(4))
    level, kind, data = beside[0]
    return array.array("i", data[:4])[0]


parent_end, child_end = socket.socketpair()
child = os.fork()
if child == 0:
    parent_end.close()
    print("Press Enter, and the child receives.", flush=True)
    sys.stdin.readline()
    fd = receive_descriptor(child_end)
    line = os.read(fd, 16).decode()
    print(f"the child reads from {fd}: {line}", end="", flush=True)
    os._exit(0)

child_end.close()
letter = os.open("letter.txt", os.O_RDONLY)
line = os.read(letter, 16).decode()  # each line has 16 bytes
print(f"the parent reads from {letter}: {line}", end="", flush=True)
send_descriptor(parent_end, letter)
os.close(letter)
os.waitpid(child, 0)
