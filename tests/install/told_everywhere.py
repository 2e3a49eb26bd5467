#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""told_everywhere.py [--self-test] SOURCE IPCLAB

What the program takes is in its man page and completed by each shell: the commands and options that
`ipclab --help` names for each, those that the sources read at all, and the words some options take.
bash is asked by its own function, fish and zsh where they are installed.
--self-test takes one option out of each place, and expects to be told of it.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PLACES = {"man": "ipclab.1", "bash": "completions/ipclab.bash",
          "fish": "completions/ipclab.fish", "zsh": "completions/_ipclab"}
VALUES = {"--variant": ("run", ["c", "python"]), "--lang": ("", ["en", "es"]),
          "--to": ("export", ["perfetto", "pcapng", "report"])}

BASH = r"""
source "$1"; shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
_ipclab "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}"
"""


def output(*words, text=None, check=True):
    ran = subprocess.run(words, input=text, capture_output=True, text=True, check=False, timeout=60)
    if check and ran.returncode != 0:
        sys.exit(f"{words[0]}: exit code {ran.returncode}: {ran.stderr}")
    return ran.stdout


def asked(program):
    """command (empty: the window) -> options, as --help has them."""
    told, command = {}, ""
    for line in output(program, "--help").splitlines():
        begun = re.match(r"ipclab ?([a-z]*)", line)
        if begun:
            command = begun[1]
        elif not re.match(r" {4,20}\[", line):
            continue
        options = told.setdefault(command, set())
        options.update(re.findall(r"(?<![\w-])(--[a-z][a-z-]*|-o)(?![\w-])", line))
    return told


def read_by(source):
    text = "\n".join(file.read_text() for file in sorted((source / "app").glob("*.cpp")))
    names = re.findall(r'QCommandLineOption \w+\s*[({]\s*QStringLiteral\("([^"]+)"\)', text)
    return {("-" if len(name) == 1 else "--") + name for name in names}


def topics(program):
    ran = subprocess.run([program, "watch", "--only", "?", "--", "true"], capture_output=True,
                         text=True, check=False, timeout=60)
    return re.search(r": (.*)$", ran.stderr.splitlines()[0])[1].split(", ")


def man_faults(resources, told, values):
    page = (resources / PLACES["man"]).read_text().replace(r"\-", "-")
    wanted = {option for options in told.values() for option in options} | set(told) - {""}
    described = re.findall(r"\n\.TP\n(.*)", page)
    for word in sorted(wanted):
        if not any(re.search(rf"(?<![\w-]){word}(?![\w-])", line) for line in described):
            yield f"man: {word} has no paragraph"
    for option, (_, words) in values.items():
        for word in words:
            if not re.search(rf"(?<![\w-]){word}(?![\w-])", page):
                yield f"man: {word}, which {option} takes, is not in it"


def completed(shell, resources, program, words):
    file = resources / PLACES[shell]
    if shell == "bash":
        return output("bash", "-c", BASH, "bash", str(file), program, *words).splitlines()
    line = "ipclab " + " ".join(words)
    script = f"source '{file}'; complete --do-complete '{line}'"
    return [one.split("\t")[0] for one in output("fish", "--no-config", "-c", script).splitlines()]


def shell_faults(shell, resources, program, told, values):
    def lacking(words, wanted, what):
        offered = completed(shell, resources, program, words)
        for word in sorted(set(wanted) - set(offered)):
            yield f"{shell}: ipclab {' '.join(words)}: {word} is not offered ({what})"

    yield from lacking([""], set(told) - {""}, "a command")
    for command, options in told.items():
        before = [command] if command else []
        for dashes in ("-", "--"):
            some = {one for one in options if one.startswith(dashes)}
            some = {one for one in some if dashes == "--" or len(one) == 2}
            yield from lacking(before + [dashes], some, "an option")
    for option, (command, words) in values.items():
        yield from lacking(([command] if command else []) + [option, ""], words, "a value")


def zsh_faults(resources, told, values):
    """By its text: zsh completes only at a terminal."""
    text = (resources / PLACES["zsh"]).read_text()
    branches = dict(re.findall(r"^    (\w+)\) (.*?);;$", text, re.S | re.M))
    branches[""] = text[text.index("! ${commands"):text.index("return\n  fi\n  curcontext")]
    for command, options in told.items():
        if command and f"'{command}:" not in text:
            yield f"zsh: {command} is not offered"
        for option in sorted(options):
            if not re.search(rf"['\"]\*?{option}[\['\"]", branches.get(command, "")):
                yield f"zsh: ipclab {command}: {option} is not offered"
    for option, (_, words) in values.items():
        if f"({' '.join(words)})" not in text:
            yield f"zsh: {option}: its values are not {' '.join(words)}"
    if shutil.which("zsh"):
        output("zsh", "-n", str(resources / PLACES["zsh"]))


def faults(source, program, resources):
    told = asked(program)
    values = dict(VALUES, **{"--only": ("watch", topics(program))})
    named = set().union(*told.values())
    told.setdefault("", set()).add("--record")  # of the window, for tests: not in --help
    yield from (f"--help does not name {option}" for option in sorted(read_by(source) - named))
    if len(told) < 10 or len(named) < 20:
        yield f"--help was not understood: {told}"
    yield from man_faults(resources, told, values)
    yield from shell_faults("bash", resources, program, told, values)
    if shutil.which("fish"):
        yield from shell_faults("fish", resources, program, told, values)
    yield from zsh_faults(resources, told, values)


def labs_are_completed(source, program):
    labs = {one.name for one in (source / "resources/labs").iterdir() if one.is_dir()}
    offered = set(completed("bash", source / "resources", program, ["run", ""]))
    return labs and labs <= offered


def self_test(source, program):
    missed = []
    for place, file in PLACES.items():
        if place == "fish" and not shutil.which("fish"):
            continue
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "resources"
            (copy / "completions").mkdir(parents=True)
            for one in PLACES.values():
                text = (source / "resources" / one).read_text()
                if one == file:
                    text = re.sub(r"closed(\\?-)world", r"closed\1word", text)
                (copy / one).write_text(text)
            found = list(faults(source, program, copy))
            if len(found) != 1 or not found[0].startswith(place) or "closed-world" not in found[0]:
                missed.append(f"{place}: {found}")
    print("\n".join(missed) or "every fault was noticed")
    return 1 if missed else 0


def main():
    words = [word for word in sys.argv[1:] if word != "--self-test"]
    source, program = pathlib.Path(words[0]).resolve(), str(pathlib.Path(words[1]).resolve())
    if "--self-test" in sys.argv:
        return self_test(source, program)
    found = list(faults(source, program, source / "resources"))
    if not labs_are_completed(source, program):
        found.append("bash: ipclab run: not every lab is offered")
    print("\n".join(found) or "every command and option is completed and in the man page")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
