#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom (CONTRIBUTING.md, "Where things go").

check_layers.py ROOT              reports every breach as FILE:LINE: what, and the rule; exit 1 if any
check_layers.py --self-test ROOT  ROOT is a small tree whose wrong lines say "breach: RULE"; exit 0
                                  only if exactly those are reported
"""

import re
import sys
from pathlib import Path, PurePosixPath

CORE = {
    "base": {"base"},
    "events": {"base", "events"},
    "log": {"base", "events", "log"},
    "world": {"base", "events", "log", "world"},
    "analysis": {"base", "events", "log", "world", "analysis"},
    "export": {"base", "events", "log", "world", "analysis", "export"},
    "lab": {"base", "events", "log", "world", "analysis", "lab"},
    "capture": {"base", "events", "log", "capture"},
    "endpoint": {"base", "endpoint"},
    "survey": {"base", "events", "log", "capture", "survey"},
}
SEEN_BY_VIEWS = set(CORE) - {"capture", "endpoint", "export", "survey"}
TOP_FOLDERS = ("ipc-core", "views", "app", "tests")
SUFFIXES = {".cpp", ".h", ".c"}
ADVISED_LINES = {".cpp": 300, ".h": 120}
FIXTURE = "tests/layering/fixture"

TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/                                  # comments
    |R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"           # raw strings
    |"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])*'  # strings, characters""",
    re.DOTALL | re.VERBOSE,
)
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include[ \t]*([<\"])([^>\"\n]+)[>\"]", re.MULTILINE)
TRANSLATED = re.compile(r"\b(?:tr|trUtf8|QT_TR_NOOP\w*|QT_TRANSLATE_NOOP\w*|qtTrId)\s*\(")


def blank(text):
    """The same lines with nothing on them, so that line numbers stay."""
    return re.sub(r"[^\n]", " ", text)


def without_comments(source, strings_too):
    def replace(match):
        token = match.group(0)
        return blank(token) if strings_too or token.startswith(("//", "/*")) else token

    return TOKEN.sub(replace, source)


def layer_of(path):
    """("ipc-core", "log") for ipc-core/log/event_log.h; ("app", "") for app/main.cpp."""
    parts = PurePosixPath(path).parts
    return parts[0], parts[1] if len(parts) > 2 else ""


def words(layers):
    return ", ".join(layer for layer in CORE if layer in layers)


def own_include_breach(top, folder, target):
    """Why a file of top/folder may not include our own header target, as (rule, words), or None."""
    to_top, to_folder = layer_of(target)
    if top == "tests" or (top, folder) == (to_top, to_folder):
        return None
    if to_top == "tests":
        return "layer", "only tests may include tests"
    if top == "app":
        return None
    if to_top == "app":
        return "layer", f"{top} never includes app"
    if top == "views":
        if to_top == "ipc-core" and to_folder not in SEEN_BY_VIEWS:
            return "layer", f"views may include of ipc-core: {words(SEEN_BY_VIEWS)}"
        if to_top == "views" and folder and to_folder != "common":
            return "panel", f"views/{folder} may include of views: itself and views/common"
        return None
    if to_top == "views":
        return "layer", "ipc-core never includes views"
    allowed = CORE.get(folder)
    if allowed is None:
        return "layer", f"ipc-core has no layer {folder or '(none)'}; it has: {words(CORE)}"
    if to_folder not in allowed:
        return "layer", f"ipc-core/{folder} may include of ipc-core: {words(allowed)}"
    return None


def system_include_breach(top, folder, name):
    if re.match(r"(?:Qt?[A-Z]\w*(?:/|$)|q[a-z]+(?:global|\.h$))", name):
        if top == "ipc-core" and folder != "endpoint":
            return "qt", "ipc-core is without Qt, outside endpoint"
    if name in ("sys/ptrace.h", "linux/ptrace.h"):
        if top != "tests" and (top, folder) != ("ipc-core", "capture"):
            return "ptrace", "ptrace is only for ipc-core/capture"
    return None


def include_breach(path, bracket, name):
    top, folder = layer_of(path)
    if PurePosixPath(name).name == "qcustomplot.h":
        if top == "tests" or (top, folder) == ("views", "plots"):
            return None
        return "qcustomplot", "qcustomplot.h is only for views/plots"
    rooted = name.split("/")[0] in TOP_FOLDERS and "/" in name and "/../" not in name
    if bracket == "<":
        if rooted:
            return "rooted", "our own headers are included with quotes"
        return system_include_breach(top, folder, name)
    if name in (f"{PurePosixPath(path).stem}.moc", f"moc_{PurePosixPath(path).stem}.cpp"):
        return None
    if not rooted:
        return "rooted", "quoted includes start at the repository: " + ", ".join(
            f"{folder}/…" for folder in TOP_FOLDERS
        )
    return own_include_breach(top, folder, name)


def breaches(path, source):
    """Every (line, rule, message) of one file."""
    for match in INCLUDE.finditer(without_comments(source, strings_too=False)):
        bracket, name = match.groups()
        found = include_breach(path, bracket, name)
        if found:
            rule, why = found
            closing = ">" if bracket == "<" else '"'
            line = source.count("\n", 0, match.start(1)) + 1
            yield line, rule, f"includes {bracket}{name}{closing}: {why}"
    if layer_of(path)[0] == "ipc-core":
        for match in TRANSLATED.finditer(without_comments(source, strings_too=True)):
            line = source.count("\n", 0, match.start()) + 1
            yield line, "sentence", "translates text: ipc-core has facts, the words live in views"


def sources(root):
    for top in TOP_FOLDERS:
        for file in sorted((root / top).rglob("*")):
            path = file.relative_to(root).as_posix()
            if file.suffix in SUFFIXES and file.is_file() and not path.startswith(FIXTURE):
                yield path, file.read_text(encoding="utf-8", errors="replace")


def check(root):
    files = list(sources(root))
    count = 0
    for path, source in files:
        for line, _, message in breaches(path, source):
            print(f"{path}:{line}: {message}")
            count += 1
        advised = ADVISED_LINES.get(PurePosixPath(path).suffix)
        lines = source.count("\n")
        if advised and lines > advised and not path.startswith("tests/"):
            print(f"{path}: for information: {lines} lines, better under {advised}")
    print(f"{len(files)} files, {count} breaches")
    if not files:
        print(f"no source file under {root}: is this the repository?")
    return 1 if count or not files else 0


def self_test(root):
    expected, reported = set(), set()
    for path, source in sources(root):
        for number, line in enumerate(source.splitlines(), 1):
            for rule in re.findall(r"breach: (\w+)", line):
                expected.add((path, number, rule))
        reported.update((path, line, rule) for line, rule, _ in breaches(path, source))
    for path, line, rule in sorted(expected - reported):
        print(f"{path}:{line}: the breach of '{rule}' is not noticed")
    for path, line, rule in sorted(reported - expected):
        print(f"{path}:{line}: reported as a breach of '{rule}', but it is none")
    rules = {rule for _, _, rule in expected}
    print(f"{len(expected)} breaches of {len(rules)} rules expected, {len(reported)} reported")
    return 0 if expected and expected == reported else 1


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if len(arguments) == 1:
        sys.exit(check(Path(arguments[0])))
    if len(arguments) == 2 and arguments[0] == "--self-test":
        sys.exit(self_test(Path(arguments[1])))
    print(__doc__, file=sys.stderr)
    sys.exit(2)
