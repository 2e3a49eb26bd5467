// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace ipclab {

// A command that a person wants run, and how. Wirings are the words of a lab file: terminal, pipe,
// fifo, socket, unix, file, null; empty: terminal.
struct CommandWish {
    static constexpr int kUsualProcesses = 500; // as Capture has it
    static constexpr int kMostProcesses = 10'000;
    static constexpr int kMostSeconds = 86'400;
    static constexpr qsizetype kMostVariables = 100;
    static constexpr int kMegabyte = 1'000'000; // bytes
    static constexpr int kMostMegabytes = 1'000'000;
    static constexpr int kMostFiles = 1'000'000;

    QString line;
    QString stdinWiring {};
    QString stdoutWiring {};
    QString folder {}; // empty: ours
    QString stderrWiring {};
    QStringList environment {}; // on top of ours: NAME=VALUE; a NAME alone is taken away
    int mostProcesses = kUsualProcesses; // more at once and all are ended
    int seconds = 0; // after which all is ended; 0: never
    // Of each process, as LaunchLimits has it; 0: no limit but that of IPC Lab.
    int megabytes = 0;
    int cpuSeconds = 0;
    int files = 0;

    bool operator==(const CommandWish&) const = default;
};

enum class CommandField { Command, Folder, Environment };

// Why it cannot be run as it is, and what to do; where it is to be said.
struct CommandProblem {
    Q_DECLARE_TR_FUNCTIONS(ipclab::CommandProblem)

public:
    CommandField field = CommandField::Command;
    QString words;
};

std::optional<CommandProblem> problemOf(const CommandWish& wish);

} // namespace ipclab

Q_DECLARE_METATYPE(ipclab::CommandWish)
