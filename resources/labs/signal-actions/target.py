# Says what is to happen at SIGTERM, tries to say it for SIGKILL and SIGSTOP too, and waits.
import signal
import sys
import threading


def on_signal(number, frame):
    print("The handler runs.", flush=True)


def work():
    while True:
        signal.pause()


def set_action(number, name, handler):
    try:
        signal.signal(number, handler)
        print(f"{name}: set", flush=True)
    except OSError:
        print(f"{name}: refused", flush=True)


if "--action=default" not in sys.argv:
    handler = signal.SIG_IGN if "--action=ignore" in sys.argv else on_signal
    set_action(signal.SIGTERM, "SIGTERM", handler)
    set_action(signal.SIGKILL, "SIGKILL", handler)
    set_action(signal.SIGSTOP, "SIGSTOP", handler)

if "--threads=yes" in sys.argv:
    for n in range(2):
        threading.Thread(target=work, daemon=True).start()

print("Waiting for signals.", flush=True)
while True:
    signal.pause()
