// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace ipclab {

// What a program exits with.
enum class ExitCode : int {
    Good = 0,
    No = 1, // it ran, and the answer is no
    Usage = 2,
    Refused = 3, // the system refuses
};

// The words after "ipclab": a subcommand and its own words, or the window's options.
struct CommandLine {
    QString command; // empty: the window; "--help" and "--version": to be told about the program
    QStringList words; // the program's name first, as QCommandLineParser wants them
};

CommandLine splitCommandLine(const QStringList& arguments);
bool isCommand(const QString& word);
QString usageText(); // of all
QString usageOf(const QString& command); // its own part of that

// To stderr: what was not understood, where it has words, and what the command takes.
int sayUsage(const QString& command, const QString& why = {});

// In the language of the moment; its English is marked QT_TRANSLATE_NOOP("CommandLine", …).
QString commandText(const char* text);

// To stderr, for people.
void say(const QString& text);
// To stdout, for programs.
void print(const QByteArray& data);

int runLabs(const QStringList& words);
int runRun(const QStringList& words);
int runWatch(const QStringList& words, std::span<char* const> argv); // as main() has them
int runWhy(const QStringList& words);
int runShow(const QStringList& words);
int runExport(const QStringList& words);
int runGrade(const QStringList& words);
int runCheck(const QStringList& words);
int runNew(const QStringList& words);

} // namespace ipclab
