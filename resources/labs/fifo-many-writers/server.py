# Reads from the FIFO "counter" what its clients write, until the end of file.
import os
import sys

if not os.path.exists("counter"):
    os.mkfifo("counter")
clients = os.open("counter", os.O_RDONLY)  # returns when the first client has come
if "--stay=yes" in sys.argv:
    os.open("counter", os.O_WRONLY)  # never written to: it only keeps a write end open

while True:
    data = os.read(clients, 200)
    if not data:
        break
    print(data.decode(), end="", flush=True)
print("End of file: nobody is left.")
