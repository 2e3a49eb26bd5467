# A pipe from the parent to a reader; a helper has no business with it. Who forgets to close?
import os
import signal
import sys


def close_unless_forgotten(who, end):
    if f"--forget={who}" not in sys.argv:
        os.close(end)


def count_lines(read_end):
    lines = 0
    while data := os.read(read_end, 100):
        lines += data.count(b"\n")
    print(f"reader: the end, after {lines} lines", flush=True)


read_end, write_end = os.pipe()

reader = os.fork()
if reader == 0:
    close_unless_forgotten("reader", write_end)
    count_lines(read_end)
    sys.exit()

helper = os.fork()
if helper == 0:
    os.close(read_end)
    close_unless_forgotten("helper", write_end)
    signal.pause()  # does something else, until it is told to end
    sys.exit()

os.close(read_end)
os.write(write_end, b"one\ntwo\nthree\n")
close_unless_forgotten("parent", write_end)
os.waitpid(reader, 0)
os.kill(helper, signal.SIGTERM)
os.waitpid(helper, 0)
