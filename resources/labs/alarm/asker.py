# Asks for a name, or just waits, and gives up after a while: by an alarm, or by select.
import select
import signal
import sys


def on_alarm(number, frame):
    if "--handler=gives-up" in sys.argv:
        raise TimeoutError("the alarm came first")
    # After a return, Python starts the call that was interrupted again.


if "--handler=none" not in sys.argv:
    signal.signal(signal.SIGALRM, on_alarm)
seconds = 1 if "--seconds=1" in sys.argv else 10

if "--wait=pause" in sys.argv:
    signal.alarm(seconds)
    print("I wait.", flush=True)
    signal.pause()
    print("I go on.")
    sys.exit(0)

print("What is your name?", flush=True)
try:
    if "--wait=poll" in sys.argv:
        ready, _, _ = select.select([sys.stdin], [], [], seconds)
        if not ready:
            raise TimeoutError("nobody has typed anything")
    else:
        signal.alarm(seconds)
    name = sys.stdin.readline()
except TimeoutError as error:
    sys.exit(f"I give up: {error}.")
signal.alarm(0)  # no alarm any more
print("Hello,", name, end="")
