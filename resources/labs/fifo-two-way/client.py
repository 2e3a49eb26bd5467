# Opens two FIFOs, passes your lines on through one, and shows the answers from the other.
import os
import sys


def make_fifo(name):
    try:
        os.mkfifo(name)
    except FileExistsError:
        pass  # the server has made it


make_fifo("questions")
make_fifo("answers")
no_wait = os.O_NONBLOCK if "--wait=no" in sys.argv else 0

if "--first=answers" in sys.argv:
    answers = os.open("answers", os.O_RDONLY | no_wait)
    questions = os.open("questions", os.O_WRONLY)
else:
    questions = os.open("questions", os.O_WRONLY)
    answers = os.open("answers", os.O_RDONLY | no_wait)
os.set_blocking(answers, True)  # reads do wait

print("Both are open. Type a line.", flush=True)
for line in sys.stdin:
    os.write(questions, line.encode())
    answer = os.read(answers, 100)
    if not answer:
        sys.exit("no answer")
    print("Answer:", answer.decode(), end="", flush=True)
