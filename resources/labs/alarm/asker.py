# Asks for a name, or just waits, and lets an alarm end the wait.
import signal
import sys


def on_alarm(number, frame):
    if "--handler=gives-up" in sys.argv:
        raise TimeoutError("the alarm came first")
    # After a return, Python starts the call that was interrupted again.


if "--handler=none" not in sys.argv:
    signal.signal(signal.SIGALRM, on_alarm)

signal.alarm(1 if "--seconds=1" in sys.argv else 10)
if "--wait=pause" in sys.argv:
    print("I wait.", flush=True)
    signal.pause()
    print("I go on.")
    sys.exit(0)

print("What is your name?", flush=True)
try:
    name = sys.stdin.readline()
except TimeoutError as error:
    print(f"I give up: {error}.")
    sys.exit(1)
signal.alarm(0)  # no alarm any more
print("Hello,", name, end="")
