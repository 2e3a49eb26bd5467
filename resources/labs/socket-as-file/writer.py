# Connects, and writes to the socket as to a file: three lines, then the end in two parts.
import io
import socket
import sys


def wait_for_enter(before):
    print(f"Press Enter to {before}.", flush=True)
    sys.stdin.readline()


connection = socket.create_connection(("127.0.0.1", int(sys.argv[1])))

if "--mode=none" in sys.argv:
    # Text always has a buffer in makefile, so the file is one of bytes, without a buffer.
    file = io.TextIOWrapper(connection.makefile("wb", buffering=0), write_through=True)
else:
    file = connection.makefile("w")
if "--mode=line" in sys.argv:
    file.reconfigure(line_buffering=True)

for n in range(1, 4):
    file.write(f"line {n}\n")
    if "--flush=yes" in sys.argv:
        file.flush()

wait_for_enter("close the file")
file.close()
wait_for_enter("close the socket")
connection.close()
wait_for_enter("end")
