# Listens, starts the writer, and shows what comes, as it comes, until the end of file.
import socket
import subprocess
import sys

listener = socket.create_server(("127.0.0.1", 0))  # port 0: any that is free
port = listener.getsockname()[1]
child = subprocess.Popen([sys.executable, "writer.py", str(port), *sys.argv[1:]])

connection, address = listener.accept()
while True:
    data = connection.recv(1024)
    if not data:
        break
    print("got:", data.decode(), end="", flush=True)
print("end of file", flush=True)
child.wait()
