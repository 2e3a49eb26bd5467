#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Is all that the program and its labs say there in Spanish, whole and in the words agreed on?

translations.py ROOT [--lupdate PATH]         reports faults as PLACE: KIND: what; exit 1 if any
translations.py --self-test [--lupdate PATH]  a small tree that is good, then with one fault at a
                                              time: each has to be reported, and nothing else
Exit 77 where Qt's lupdate is not installed.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import NamedTuple

TS = "translations/ipclab_es.ts"
FOLDERS = ("views", "app")
MENUS = "app/main_window_actions.cpp"
PLACES_OF_TOOLS = ("/usr/lib/qt6/bin", "/usr/lib/x86_64-linux-gnu/qt6/bin")

# A text made of these words alone may be the same in both languages.
SAME_IN_BOTH = set(
    "terminal FIFO socket Sockets TCP UDP fd eventfd io uring stdin stdout stderr hex byte bytes "
    "Bytes Inspector no pid GB MB B h min s ms µs Ctrl SIGPIPE backlog exec sockets".split()
)

# What is not said in Spanish, and what is said instead; pipe(7) is a page of the manual.
BANNED = {
    r"deadlocks?": "interbloqueo",
    r"buffers?": "búfer",
    r"flush": "vaciar",
    r"pipes?": "tubería",
    r"threads?": "hilo",
    r"handlers?": "manejador",
    r"kernel(?![.\w])": "núcleo",
    r"zombies?": "zombi",
    r"locks?": "cerrojo",
    r"ficheros?": "archivo",
    r"ustedes|usted": "tú",
    r"pulse|elija|seleccione|haga clic": "tú: pulsa, elige",
}
BANNED_WORD = {re.compile(rf"\b(?:{word})\b(?!\()", re.I): said for word, said in BANNED.items()}

# Named so in the code. Another without its namespace is a place that lupdate did not understand,
# and the program would not find what is said there.
PLAIN_CONTEXTS = {"CommandLine", "Glossary", "QShortcut"}

PLACEHOLDER = re.compile(r"%(?:L?\d+|n)")
MARK = re.compile(r"\*\*|<[^>]+>")
MNEMONIC = re.compile(r"&(\w)")
WORD = re.compile(r"[^\W\d_]+")
MENU_TITLE = re.compile(r'^\s*QT_TRANSLATE_NOOP\("([^"]+)",\s*"([^"]+)"\),$', re.M)
MENU_ENTRY = re.compile(
    r'\{\s*QT_TRANSLATE_NOOP\(\s*"([^"]+)",\s*"([^"]+)"\),\s*"[^"]*",\s*"[^"]*",\s*(\d+)'
)
HEADING = re.compile(r"^(#{2,}) +(.*?) *$")


class Fault(NamedTuple):
    place: str
    kind: str
    what: str


class Message(NamedTuple):
    key: tuple  # context, source, comment
    state: str  # "", "unfinished", "obsolete", "vanished"
    forms: list  # one text, or one for each grammatical number

    @property
    def context(self):
        return self.key[0]

    @property
    def source(self):
        return self.key[1]


def messages_in(path):
    found = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = tuple(
                text or ""
                for text in (
                    context.findtext("name"),
                    message.findtext("source"),
                    message.findtext("comment"),
                )
            )
            translation = message.find("translation")
            forms = [translation.text or ""]
            if message.get("numerus"):
                forms = [form.text or "" for form in translation.iter("numerusform")]
            found.append(Message(key, translation.get("type", ""), forms))
    return found


def short(text):
    line = text.replace("\n", "⏎")
    return f"“{line}”" if len(line) <= 70 else f"“{line[:69]}…”"


def run(command, folder):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def keys_of_the_code(root, lupdate):
    """What the code asks for, as the target update_translations finds it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, Path(TS).name)
        shutil.copy(root / TS, copy)
        options = ["-silent", "-locations", "none", "-no-obsolete", "-I", "."]
        run([lupdate, *options, *FOLDERS, "-ts", str(copy)], root)
        return {message.key for message in messages_in(copy)}


def of_the_code(root, messages, lupdate):
    wanted = keys_of_the_code(root, lupdate)
    known = {message.key for message in messages}
    for key in sorted(wanted - known):
        yield Fault(key[0], "missing", short(key[1]))
    for message in messages:
        if message.key not in wanted or message.state in ("obsolete", "vanished"):
            yield Fault(message.context, "obsolete", short(message.source))
        elif "::" not in message.context and message.context not in PLAIN_CONTEXTS:
            yield Fault(message.context, "namespace", short(message.source))


def of_one_form(message, form):
    source = message.source
    for kind, sign in (("placeholders", PLACEHOLDER), ("marks", MARK)):
        if set(sign.findall(form)) != set(sign.findall(source)):
            yield kind, form
    if len(MNEMONIC.findall(form)) != len(MNEMONIC.findall(source)):
        yield "mnemonics", form
    if form.endswith("\n") != source.endswith("\n") or form != form.strip(" "):
        yield "blanks", form
    if "amp;" in form:
        yield "written twice over", form
    plain = MNEMONIC.sub(r"\1", PLACEHOLDER.sub("", form))
    if form == source and not set(WORD.findall(plain)) <= SAME_IN_BOTH:
        yield "same", form
    for word, said in BANNED_WORD.items():
        if found := word.search(plain):
            yield "word", f"{form}: not “{found.group()}” but {said}"


def of_the_texts(messages):
    for message in messages:
        if message.state == "unfinished":
            yield Fault(message.context, "unfinished", short(message.source))
        elif not message.forms or not all(form.strip() for form in message.forms):
            yield Fault(message.context, "empty", short(message.source))
        else:
            for form in message.forms:
                for kind, what in of_one_form(message, form):
                    yield Fault(message.context, kind, f"{short(message.source)}: {what}")


def groups_of_menus(root):
    """(context, source) of the entries of a menu to that menu; the titles are one of their own."""
    path = root / MENUS
    code = path.read_text(encoding="utf-8") if path.is_file() else ""
    groups = {(context, text): {"the bar"} for context, text in MENU_TITLE.findall(code)}
    for context, text, menu in MENU_ENTRY.findall(code):
        groups.setdefault((context, text), set()).add(f"menu {menu}")
    return groups


def of_the_mnemonics(root, messages):
    """Within a menu, or a context without menus, a key stands for one entry."""
    groups = groups_of_menus(root)
    taken = {}
    for message in messages:
        for form in message.forms:
            for letter in MNEMONIC.findall(form):
                for group in groups.get(message.key[:2], {"all"}):
                    place = (message.context, group, letter.lower())
                    first = taken.setdefault(place, form)
                    if first != form:
                        what = f"{first} and {form}, in {group}"
                        yield Fault(message.context, "mnemonic twice", what)


def of_lrelease(root, lupdate):
    lrelease = Path(lupdate).with_name("lrelease")
    if not lrelease.exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        output = run([str(lrelease), str(root / TS), "-qm", f"{folder}/es.qm"], root)
    for line in output.splitlines():
        if not line.strip().startswith(("Updating", "Generated")):
            yield Fault(TS, "lrelease", line.strip())


# Code, what is bold (buttons, switches) or in italics (labs), quotations, and facts that are told.
NAMES = re.compile(r"`[^`]*`|\*\*[^*]*\*\*|\*[^*\s][^*]*\*|«[^»]*»|\{\{[^}]*\}\}")


def prose_and_headings(path):
    """The text without what is code or a name on the screen; the headings but for the title."""
    prose, headings, fenced = [], [], False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif not fenced:
            heading = HEADING.match(line)
            headings += [heading.groups()] if heading else []
            prose.append("" if heading else line)
    return NAMES.sub("", "\n".join(prose)), headings


def of_the_guides(root):
    guides = sorted(root.glob("resources/labs/*/guide.en.md"))
    if not guides:
        yield Fault("resources/labs", "nothing", "there is no guide to look at")
    for english in [*guides, *root.glob("resources/skeleton/guide.en.md")]:
        spanish = english.with_name("guide.es.md")
        place = str(spanish.relative_to(root))
        if not spanish.is_file():
            yield Fault(place, "no guide", "there is a guide.en.md")
            continue
        prose, headings = prose_and_headings(spanish)
        wanted = prose_and_headings(english)[1]
        for lacking in sorted(set(wanted) - set(headings)):
            yield Fault(place, "headings", f"lacks “{' '.join(lacking)}”")
        for strange in sorted(set(headings) - set(wanted)):
            yield Fault(place, "headings", f"only here: “{' '.join(strange)}”")
        if headings != wanted and sorted(headings) == sorted(wanted):
            yield Fault(place, "headings", "in another order than in guide.en.md")
        for word, said in BANNED_WORD.items():
            for found in word.findall(prose):
                yield Fault(place, "word", f"not “{found}” but {said}")


def faults_in(root, lupdate):
    messages = messages_in(root / TS) if (root / TS).is_file() else []
    if not messages:
        return [Fault(TS, "nothing", "there is no message to look at")]
    faults = [*of_the_code(root, messages, lupdate), *of_the_texts(messages)]
    faults += [*of_the_mnemonics(root, messages), *of_the_guides(root)]
    if not faults:
        faults += of_lrelease(root, lupdate)
    if "<location" in (root / TS).read_text(encoding="utf-8"):
        faults.append(Fault(TS, "location", "written without -locations none"))
    return faults


# The self-test: a tree in small. {} are the places where a fault is put in.

CODE = """struct One { Q_DECLARE_TR_FUNCTIONS(One) };
auto a() { return ours::One::tr("%1 waits in **%2**"); }
auto b() { return ours::One::tr("%n bytes", nullptr, 2); }
auto c() { return ours::One::tr("socket %1"); }
"""
ACTIONS = """const char* const kMenus[] = {
    QT_TRANSLATE_NOOP("ours::Two", "&File"),
    QT_TRANSLATE_NOOP("ours::Two", "&Help"),
};
const Entry kEntries[] = {
    { QT_TRANSLATE_NOOP("ours::Two", "&Open"), "open", "Ctrl+O", 0 },
    { QT_TRANSLATE_NOOP("ours::Two", "&Quit"), "quit", "", 0, true },
    { QT_TRANSLATE_NOOP("ours::Two", "&About"), "about", "", 1 },
};
"""
GOOD = {
    "%1 waits in **%2**": "%1 espera en **%2**",
    "%n bytes": ["%n byte", "%n bytes en total"],
    "socket %1": "socket %1",
    "&File": "&Archivo",
    "&Help": "A&yuda",
    "&Open": "&Abrir",
    "&Quit": "&Salir",
    "&About": "&Acerca de",
}
CONTEXT_OF = {source: "ours::Two" if source.startswith("&") else "ours::One" for source in GOOD}
ENGLISH = "# A lab\n\nWhy?\n\n## first\nDo it.\n\n### hint more\nThe pipe.\n\n## last\nDone.\n"
SPANISH = (
    "# Una práctica\n\n¿Por qué?\n\n## first\nHazlo.\n\n"
    "### hint more\nLa tubería; `pipe` y **flush**.\n\n## last\nHecho.\n"
)
WAITS = "%1 waits in **%2**"

# What is wrong: the kind to be reported, texts by their source, options of write_tree.
WRONG = [
    ("missing", {"socket %1": None}, {}),
    ("obsolete", {"gone": "ido"}, {}),
    ("obsolete", {}, {"state": {"socket %1": "vanished"}}),
    ("namespace", {}, {"code": CODE.replace("ours::One::tr(\"socket", "One::tr(\"socket")}),
    ("unfinished", {}, {"state": {WAITS: "unfinished"}}),
    ("empty", {WAITS: ""}, {}),
    ("empty", {"%n bytes": ["%n byte", ""]}, {}),
    ("placeholders", {WAITS: "%1 espera en **%1**"}, {}),
    ("placeholders", {"%n bytes": ["%n byte", "bytes"]}, {}),
    ("marks", {WAITS: "%1 espera en %2"}, {}),
    ("mnemonics", {"&Quit": "Salir"}, {}),
    ("mnemonics", {"&Quit": "&Sali&r"}, {}),
    ("mnemonic twice", {"&Quit": "S&alir"}, {}),
    ("written twice over", {"&Quit": "&Sali amp;r"}, {}),
    ("mnemonic twice", {"&Help": "&Ayuda"}, {}),
    ("blanks", {WAITS: "%1 espera en **%2** "}, {}),
    ("same", {WAITS: WAITS}, {}),
    ("word", {WAITS: "%1 espera el deadlock en **%2**"}, {}),
    ("word", {WAITS: "%1 espera en el buffer **%2**"}, {}),
    ("word", {WAITS: "%1: espere usted en **%2**"}, {}),
    ("location", {}, {"location": '<location filename="a.cpp" line="1"/>'}),
    ("no guide", {}, {"spanish": None}),
    ("headings", {}, {"spanish": SPANISH.replace("## last", "## final")}),
    ("headings", {}, {"spanish": SPANISH.replace("### hint more\n", "")}),
    ("headings", {}, {"spanish": SPANISH.replace("first", "x").replace("last", "first")}),
    ("word", {}, {"spanish": SPANISH.replace("tubería", "pipe")}),
    ("nothing", {}, {"spanish": None, "english": None}),
    ("nothing", dict.fromkeys(GOOD), {}),
]


def ts_of(texts, state, location, code):
    root = ElementTree.Element("TS", version="2.1", language="es_ES")
    contexts = {}
    for source, text in texts.items():
        name = CONTEXT_OF.get(source, "ours::One")
        if f' {name.removeprefix("ours::")}::tr("{source}"' in code:
            name = name.removeprefix("ours::")
        if name not in contexts:
            contexts[name] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[name], "name").text = name
        message = ElementTree.SubElement(contexts[name], "message")
        if location:
            message.append(ElementTree.fromstring(location))
        ElementTree.SubElement(message, "source").text = source
        translation = ElementTree.SubElement(message, "translation")
        if source in state:
            translation.set("type", state[source])
        if isinstance(text, list):
            message.set("numerus", "yes")
            for form in text:
                ElementTree.SubElement(translation, "numerusform").text = form
        else:
            translation.text = text
    return ElementTree.tostring(root, encoding="unicode")


def write_tree(root, changes, state=(), location="", english=ENGLISH, spanish=SPANISH, code=CODE):
    texts = {source: text for source, text in {**GOOD, **changes}.items() if text is not None}
    files = {
        "views/one.cpp": code,
        MENUS: ACTIONS,
        TS: ts_of(texts, dict(state), location, code),
        "resources/labs/x/guide.en.md": english,
        "resources/labs/x/guide.es.md": spanish,
    }
    for name, text in files.items():
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def self_test(lupdate):
    failures = 0
    for kind, changes, options in [(None, {}, {}), *WRONG]:
        with tempfile.TemporaryDirectory() as folder:
            write_tree(Path(folder), changes, **options)
            reported = faults_in(Path(folder), lupdate)
        if {fault.kind for fault in reported} != ({kind} if kind else set()):
            print(f"expected {kind or 'no fault'} with {changes} {options}, reported:")
            print(*(f"  {': '.join(fault)}" for fault in reported), sep="\n")
            failures += 1
    print(f"{len(WRONG)} faults put in, {failures} not noticed as they should be")
    return failures == 0


def main():
    parser = argparse.ArgumentParser(description="Checks the Spanish of IPC Lab.")
    parser.add_argument("root", nargs="?", type=Path)
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--lupdate", help="where Qt's lupdate is")
    given = parser.parse_args()
    places = ":".join(PLACES_OF_TOOLS)
    lupdate = given.lupdate or shutil.which("lupdate", path=places) or shutil.which("lupdate")
    if not lupdate or not shutil.which(lupdate):
        print("skipped: Qt's lupdate is not installed")
        return 77
    if given.self_test:
        return 0 if self_test(shutil.which(lupdate)) else 1
    if not given.root:
        parser.error("which ROOT?")
    root = given.root.resolve()
    faults = faults_in(root, shutil.which(lupdate))
    for fault in faults:
        print(": ".join(fault))
    print(f"{len(faults)} faults in the Spanish")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
