# Opens two FIFOs, reads questions from one, and answers each, in capitals, through the other.
import os


def make_fifo(name):
    try:
        os.mkfifo(name)
    except FileExistsError:
        pass  # the client has made it


make_fifo("questions")
make_fifo("answers")

questions = os.open("questions", os.O_RDONLY)
answers = os.open("answers", os.O_WRONLY)

while True:
    question = os.read(questions, 100)
    if not question:
        break  # end of file: nobody will ask any more
    os.write(answers, question.upper())
