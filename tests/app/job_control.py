# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs an interactive shell in a terminal of its own, as a person would, and prints what that
person sees: jobs stopped, sent to the background and back. Usage: job_control.py SHELL…"""
import os
import pty
import re
import select
import sys
import time

PROMPT = "ready> "
# What is typed, and what is waited for.
DIALOG = [
    ("sleep 100\n", "sleep 100"),
    ("\x1a", "Stopped"),
    ("bg\n", "sleep 100 &"),
    ("fg\n", "sleep 100"),
    ("\x03", PROMPT),
    ("cat &\n", PROMPT),
    ("\n", "Stopped"),
    ("fg\n", "cat"),
    ("hello\n", "hello\r\nhello"),
    ("\x04", PROMPT),
    ("stty tostop\n", PROMPT),
    ("(sleep 0.2; echo from behind) &\n", PROMPT),
    ("sleep 0.5\n", "Stopped"),
    ("fg\n", "from behind"),
    ("exit 5\n", "exit"),
]


def main():
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["PS1"] = PROMPT
        os.execvp(sys.argv[1], sys.argv[1:])
    seen = ""

    def wait_for(text, since):
        nonlocal seen
        deadline = time.monotonic() + 15
        while text not in seen[since:]:
            if time.monotonic() > deadline:
                sys.exit(f"not seen: {text!r} after {seen!r}")
            if select.select([terminal], [], [], 0.1)[0]:
                try:
                    seen += os.read(terminal, 4096).decode()
                except OSError:
                    return

    wait_for(PROMPT, 0)
    for typed, awaited in DIALOG:
        time.sleep(0.1)  # as a person types: what reads the terminal has to be there
        since = len(seen)
        os.write(terminal, typed.encode())
        wait_for(awaited, since)
    wait_for("\0", len(seen))  # to the end
    print(re.sub(r"\[1\] \d+", "[1] PID", seen.replace("\r", "")))
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


main()
