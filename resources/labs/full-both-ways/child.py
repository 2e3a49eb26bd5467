# A filter: answers each byte it reads with one byte, at once, until the end of file.
import os

while True:
    data = os.read(0, 4096)
    if not data:
        break
    os.write(1, data.upper())
