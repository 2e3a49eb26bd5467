# Does what a shell does for "seq 3 | wc -l", or for "seq 3 | wc -l > count".
import os
import sys
import time

STDIN, STDOUT = 0, 1

connect = "--dup2=yes" in sys.argv
close = "--close=yes" in sys.argv
to_file = "--output=file" in sys.argv
pause = 3 if "--pause=3s" in sys.argv else 0.5
read_end, write_end = os.pipe()


def start(end, standard, program):
    child = os.fork()
    if child > 0:
        return child
    time.sleep(pause)  # long enough to see that the child is a copy of the shell
    if connect:
        os.dup2(end, standard)
    if to_file and standard == STDIN:
        file = os.open("count", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        os.dup2(file, STDOUT)
        os.close(file)
    if close:
        os.close(read_end)
        os.close(write_end)
    os.execvp(program[0], program)


seq = start(write_end, STDOUT, ["seq", "3"])
wc = start(read_end, STDIN, ["wc", "-l"])
if close:
    os.close(read_end)
    os.close(write_end)
os.waitpid(seq, 0)
os.waitpid(wc, 0)
