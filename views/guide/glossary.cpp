// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/glossary.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace ipclab {

namespace {

struct Entry {
    const char* forms; // how a text says it, between bars; the usual one first
    const char* meaning;
};

constexpr const char* kContext = "Glossary";

constexpr Entry kEntries[] = {
    { QT_TRANSLATE_NOOP("Glossary", "named pipe|named pipes|FIFO|FIFOs"),
        QT_TRANSLATE_NOOP("Glossary",
            "A pipe with a name in the file system: programs that do not know each other meet "
            "there. Opening one end waits until somebody opens the other.") },
    { QT_TRANSLATE_NOOP("Glossary", "pipe|pipes"),
        QT_TRANSLATE_NOOP("Glossary",
            "A queue of bytes in the kernel: what is written at one end is read at the other, in "
            "the same order. When it is full, whoever writes waits.") },
    { QT_TRANSLATE_NOOP("Glossary", "write end|write ends|writing end"),
        QT_TRANSLATE_NOOP("Glossary",
            "The side of a pipe where bytes go in. Only when the last copy of it is closed, in "
            "every process, does the reader see the end of file.") },
    { QT_TRANSLATE_NOOP("Glossary", "read end|read ends|reading end"),
        QT_TRANSLATE_NOOP("Glossary",
            "The side of a pipe where bytes come out. When nobody has it open any more, whoever "
            "writes gets SIGPIPE.") },
    { QT_TRANSLATE_NOOP("Glossary", "buffer|buffers"),
        QT_TRANSLATE_NOOP("Glossary",
            "Memory of a program's own, where bytes are gathered before they are handed to the "
            "kernel, or kept after they came from it. No other program gets them there.") },
    { QT_TRANSLATE_NOOP("Glossary", "flush|flushes|flushed|flushing"),
        QT_TRANSLATE_NOOP("Glossary",
            "To hand to the kernel now what waits in a program's own buffer, full or not.") },
    { QT_TRANSLATE_NOOP("Glossary", "deadlock|deadlocks|deadlocked"),
        QT_TRANSLATE_NOOP("Glossary",
            "Each waits for another of them, in a circle: nobody can go on, and time does not "
            "help. One of them has to be ended, or changed.") },
    { QT_TRANSLATE_NOOP("Glossary", "descriptor|descriptors|file descriptor|file descriptors"),
        QT_TRANSLATE_NOOP("Glossary",
            "The number by which a process names something it has open: a file, a pipe, a socket. "
            "0 is its input, 1 its output, 2 its errors.") },
    { QT_TRANSLATE_NOOP("Glossary", "signal|signals"),
        QT_TRANSLATE_NOOP("Glossary",
            "A short message to a process, by number, such as SIGTERM. It ends, stops or "
            "continues the process, is ignored, or runs a function of it: a handler.") },
    { QT_TRANSLATE_NOOP("Glossary", "handler|handlers|signal handler|signal handlers"),
        QT_TRANSLATE_NOOP("Glossary",
            "The function that a program asks the kernel to call when a signal comes.") },
    { QT_TRANSLATE_NOOP("Glossary", "SIGPIPE"),
        QT_TRANSLATE_NOOP("Glossary",
            "The signal that a process gets for writing where nobody can read any more. Unless it "
            "is ignored or handled, it ends the process.") },
    { QT_TRANSLATE_NOOP("Glossary", "end of file|end-of-file|EOF"),
        QT_TRANSLATE_NOOP("Glossary",
            "What a reader is told, by a read of 0 bytes, when everything was read and nobody can "
            "write any more.") },
    { QT_TRANSLATE_NOOP("Glossary", "zombie|zombies"),
        QT_TRANSLATE_NOOP("Glossary",
            "A process that has ended, but whose parent has not yet asked how: only its number "
            "and its exit code are left.") },
    { QT_TRANSLATE_NOOP("Glossary", "orphan|orphans"),
        QT_TRANSLATE_NOOP("Glossary",
            "A process whose parent ended before it. Another process becomes its parent, and will "
            "collect it when it ends.") },
    { QT_TRANSLATE_NOOP("Glossary", "exit code|exit codes|exit status"),
        QT_TRANSLATE_NOOP("Glossary",
            "The number that a process leaves for its parent when it ends: 0 says that all went "
            "well.") },
    { QT_TRANSLATE_NOOP("Glossary", "fork|forks|forked"),
        QT_TRANSLATE_NOOP("Glossary",
            "To make a new process as a copy of the one that asks. The copy begins with a "
            "copy of the memory, and with the same descriptors open.") },
    { QT_TRANSLATE_NOOP("Glossary", "exec"),
        QT_TRANSLATE_NOOP("Glossary",
            "To begin another program in the same process. Its number stays, and so do the "
            "descriptors that were not marked to be closed.") },
    { QT_TRANSLATE_NOOP("Glossary", "kernel"),
        QT_TRANSLATE_NOOP("Glossary",
            "The heart of the system: it runs the processes, and gives them what they share: "
            "files, pipes, sockets, signals, memory.") },
    { QT_TRANSLATE_NOOP("Glossary", "system call|system calls"),
        QT_TRANSLATE_NOOP("Glossary",
            "A program's request to the kernel, such as to read or to write. Until it is "
            "answered, the thread that asked stands still.") },
    { QT_TRANSLATE_NOOP("Glossary", "socket|sockets"),
        QT_TRANSLATE_NOOP("Glossary",
            "An end of a connection between two processes, on one machine or over the network: "
            "each can write to the other and read from it.") },
    { QT_TRANSLATE_NOOP("Glossary", "backlog"),
        QT_TRANSLATE_NOOP("Glossary",
            "The queue of connections that are made but not yet accepted by the server, and the "
            "number that says how many may wait there.") },
    { QT_TRANSLATE_NOOP("Glossary", "datagram|datagrams"),
        QT_TRANSLATE_NOOP("Glossary",
            "A message sent as one piece: it arrives whole or not at all, and may be lost "
            "without a word.") },
    { QT_TRANSLATE_NOOP("Glossary", "thread|threads"),
        QT_TRANSLATE_NOOP("Glossary",
            "One of several runs through the same program, at the same time and in the same "
            "memory.") },
    { QT_TRANSLATE_NOOP("Glossary", "lock|locks|mutex|mutexes"),
        QT_TRANSLATE_NOOP("Glossary",
            "What only one can hold at a time: whoever wants it next waits until it is let go.") },
    { QT_TRANSLATE_NOOP("Glossary", "semaphore|semaphores"),
        QT_TRANSLATE_NOOP("Glossary",
            "A number that is taken down before and put up after: at zero, whoever wants to take "
            "it down waits.") },
    { QT_TRANSLATE_NOOP("Glossary", "shared memory"),
        QT_TRANSLATE_NOOP("Glossary",
            "Memory that several processes have in common: what one writes the others see at "
            "once, and nobody is told.") },
    { QT_TRANSLATE_NOOP("Glossary", "race condition|race conditions"),
        QT_TRANSLATE_NOOP(
            "Glossary", "A fault that shows or not according to who happens to be first.") },
    { QT_TRANSLATE_NOOP("Glossary", "pseudoterminal|pseudo-terminal|pty"),
        QT_TRANSLATE_NOOP("Glossary",
            "A terminal made by a program instead of a keyboard and a screen: to who uses it, it "
            "is one.") },
};

struct Glossary {
    std::vector<Term> terms;
    std::vector<QStringList> forms; // of each
    QRegularExpression any;
};

QRegularExpression anyOf(const std::vector<QStringList>& forms)
{
    QStringList all;
    for (const QStringList& of : forms) {
        for (const QString& one : of)
            all += QRegularExpression::escape(one);
    }
    // The longest that fits: a named pipe is not only a pipe.
    std::ranges::stable_sort(all, std::ranges::greater {}, &QString::size);
    return QRegularExpression(QStringLiteral("(?<![\\w/.-])(?:") + all.join(QLatin1Char('|'))
            + QStringLiteral(")(?!\\w)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

// In the language of now: made anew when the first of its words is another.
const Glossary& glossaryNow()
{
    static Glossary made;
    static QString meaning;
    const QString now = QCoreApplication::translate(kContext, kEntries[0].meaning);
    if (now == meaning)
        return made;
    meaning = now;
    made = {};
    for (const Entry& entry : kEntries) {
        made.forms.push_back(
            QCoreApplication::translate(kContext, entry.forms).split(QLatin1Char('|')));
        made.terms.push_back(
            { made.forms.back().front(), QCoreApplication::translate(kContext, entry.meaning) });
    }
    made.any = anyOf(made.forms);
    return made;
}

} // namespace

const std::vector<Term>& glossary()
{
    return glossaryNow().terms;
}

std::vector<TermFound> termsIn(const QString& text, std::set<std::size_t>& known)
{
    const Glossary& words = glossaryNow();
    std::vector<TermFound> found;
    for (auto matches = words.any.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const auto of = std::ranges::find_if(words.forms, [&match](const QStringList& forms) {
            return forms.contains(match.captured(), Qt::CaseInsensitive);
        });
        if (of == words.forms.end())
            continue;
        const auto term = static_cast<std::size_t>(std::distance(words.forms.begin(), of));
        if (known.insert(term).second)
            found.push_back({ match.capturedStart(), match.capturedLength(), term });
    }
    return found;
}

} // namespace ipclab
