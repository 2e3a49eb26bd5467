#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has each library one meaning for a name that its sources keep for themselves?

Several sources of a library are compiled as one (IPCLAB_UNITY), and which of them come together
changes with every new file: two that give one name in their nameless namespaces would fail there.

own_names.py ROOT         reports such names; exit 1 if there are any
own_names.py --self-test  two sources that share a name, and two that do not
"""

import re
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

LIBRARIES = ["views", "app", "ipc-core/capture/xray"] + [
    f"ipc-core/{name}"
    for name in ("analysis base capture endpoint events export lab log survey world").split()
]

NAMELESS = re.compile(r"^namespace \{\n(.*?)^\} // namespace\n", re.S | re.M)
CONSTANT = re.compile(r"(?:inline )?const(?:expr)? [^=({]*?\b(k[A-Z]\w*)\b")
TYPE = re.compile(r"(?:struct|class|enum class|enum) (\w+)")
FUNCTION = re.compile(r"[\w:<>,*& ]+?[ *&](\w+)\((.*)")


def own_names(text):
    """With what tells overloads apart: the types on the line that a function begins."""
    for part in NAMELESS.findall(text):
        for line in part.splitlines():
            if not line or line[0] in " \t}/#{" or line.startswith("template"):
                continue
            if found := CONSTANT.match(line) or TYPE.match(line):
                yield found[1]
            elif found := FUNCTION.match(line):
                yield found[1] + "(" + re.sub(r"\b\w+([,)]|$)", r"\1", found[2])


def skipped(folder):
    """Those that their CMakeLists.txt keeps apart."""
    lists = folder / "CMakeLists.txt"
    text = lists.read_text() if lists.exists() else ""
    kept = re.findall(r"set_source_files_properties\(([^)]*?)SKIP_UNITY_BUILD", text)
    return set(" ".join(kept).split())


def faults(root):
    for library in LIBRARIES:
        folder = root / library
        deep = library in ("views", "app")
        users = defaultdict(list)
        for source in sorted(folder.glob("**/*.cpp" if deep else "*.cpp")):
            if source.name not in skipped(folder):
                for name in set(own_names(source.read_text())):
                    users[name].append(str(source.relative_to(root)))
        for name, files in users.items():
            if len(files) > 1:
                yield f"{name.split('(')[0]} is a name of more than one: {', '.join(files)}"


def self_test():
    source = "namespace {{\n\nconstexpr int {} = 1;\n\nint {}(int a)\n{{\n}}\n\n}} // namespace\n"
    for names, wanted in (
        ((("kOne", "one"), ("kTwo", "two")), 0),
        ((("kOne", "one"), ("kOne", "two")), 1),
        ((("kOne", "one"), ("kOne", "one")), 2),
    ):
        with tempfile.TemporaryDirectory() as root:
            folder = Path(root) / "views"
            folder.mkdir()
            for number, (constant, function) in enumerate(names):
                (folder / f"{number}.cpp").write_text(source.format(constant, function))
            said = list(faults(Path(root)))
            if len(said) != wanted:
                print(f"{names}: {wanted} faults wanted, reported: {said}")
                return 1
    return 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    said = list(faults(Path(sys.argv[1])))
    print("\n".join(said))
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
