# Sends three messages, a line each: with one write, or cut in two at a bad place.
import os
import sys
import time

out = sys.stdout.fileno()
if "--send=cut" in sys.argv:
    os.write(out, b"one\ntw")
    time.sleep(0.5)
    os.write(out, b"o\nthree\n")
else:
    os.write(out, b"one\ntwo\nthree\n")
