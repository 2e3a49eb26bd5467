// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "app/terminal_text.h"

#include <QCoreApplication>

#include <cstdio>

namespace ipclab {

CommandLine splitCommandLine(const QStringList& arguments)
{
    CommandLine line;
    line.words = arguments;
    if (arguments.size() > 1 && isCommand(arguments.at(1)))
        line.command = line.words.takeAt(1);
    const QString only = line.words.size() == 2 ? line.words.back() : QString();
    if (only == QStringLiteral("--help") || only == QStringLiteral("-h"))
        line.command = QStringLiteral("--help");
    else if (line.command.isEmpty() && only == QStringLiteral("--version"))
        line.command = only;
    return line;
}

bool isCommand(const QString& word)
{
    static const QStringList commands { QStringLiteral("labs"), QStringLiteral("run"),
        QStringLiteral("watch"), QStringLiteral("why"), QStringLiteral("check"),
        QStringLiteral("show"), QStringLiteral("export"), QStringLiteral("grade"),
        QStringLiteral("new") };
    return commands.contains(word);
}

QString usageText()
{
    return QCoreApplication::translate("CommandLine",
               "ipclab [--lab NAME or FOLDER] [--lang es] [--projector] [--record FILE] [SESSION]\n"
               "                                                 the window; with a session, it is "
               "shown\n"
               "ipclab labs [--json]                             the catalog\n"
               "ipclab labs --progress [--json | --csv]          how far you got\n"
               "ipclab run LAB [--variant c|python] [--set NAME=VALUE]… [--record FILE] [--json] "
               "[--trust]\n"
               "                                                 solve a lab without a window\n"
               "ipclab watch [--json] [-o FILE] [--only TOPIC,…] [--record FILE] [--timeout "
               "SECONDS]\n"
               "             [--parallel] [--limit PROCESSES] [--payload BYTES] [--closed-world]\n"
               "             -- COMMAND…\n"
               "                                                 run a command and say what "
               "happens\n"
               "ipclab watch [the same] --pid PID                the same of a process of yours "
               "that runs\n"
               "                                                 already; it goes on when this "
               "ends\n"
               "ipclab why PID [--json]                          why a process waits; "
               "exit code 1:\n"
               "                                                 it is stuck for good\n"
               "ipclab show SESSION [--at SECONDS or #EVENT] [--json]\n"
               "                                                 a recorded run, at a moment or "
               "its end\n"
               "ipclab export SESSION --to perfetto|pcapng|report [-o FILE]\n"
               "                                                 a session for other people's "
               "tools\n"
               "ipclab grade FOLDER [--json]                     who did which steps, of the "
               "sessions "
               "there\n"
               "ipclab check FOLDER… | --watch FOLDER [--variant c|python] [--json]\n"
               "                                                 prove labs; again after each "
               "save\n"
               "ipclab new NAME [--in FOLDER]                    make a lab that works, to be "
               "changed\n")
        + QCoreApplication::translate("CommandLine",
            "ipclab --help, ipclab --version                  this, or which version it is\n");
}

QString usageOf(const QString& command)
{
    const QString its = QStringLiteral("ipclab %1 ").arg(command);
    QString said;
    bool ofIt = false; // a line that begins with a space goes on from the one above it
    for (const QString& line : usageText().split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u' '))
            ofIt = line.startsWith(its);
        if (ofIt)
            said += line + u'\n';
    }
    return said;
}

int sayUsage(const QString& command, const QString& why)
{
    if (!why.isEmpty())
        say(printable(why));
    say(usageOf(command)
        + commandText(QT_TRANSLATE_NOOP("CommandLine", "ipclab --help lists all commands.")));
    return static_cast<int>(ExitCode::Usage);
}

QString commandText(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

void say(const QString& text)
{
    const QByteArray line = text.toLocal8Bit() + '\n';
    std::fwrite(line.data(), 1, static_cast<std::size_t>(line.size()), stderr);
}

void print(const QByteArray& data)
{
    std::fwrite(data.data(), 1, static_cast<std::size_t>(data.size()), stdout);
    std::fflush(stdout);
}

} // namespace ipclab
