// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_consent.h"

#include "app/command_line.h"
#include "app/lab_trust.h"
#include "app/terminal_text.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <unistd.h>

#include <cstdio>

namespace ipclab {

namespace {

void show(const Lab& lab)
{
    const WhatRuns what = whatRuns(lab);
    say(commandText(
        QT_TRANSLATE_NOOP("CommandLine",
            "The lab in %1 is not one of IPC Lab's own. It runs these commands as you:"))
            .arg(printable(text(lab.folder))));
    for (const QString& command : what.commands)
        say(QStringLiteral("  ") + printable(command));
    say(commandText(QT_TRANSLATE_NOOP("CommandLine", "with these files: %1"))
            .arg(printable(what.files.join(QStringLiteral(", ")))));
}

bool agrees()
{
    const QByteArray question
        = commandText(QT_TRANSLATE_NOOP("CommandLine", "Run it? (y or n)")).toLocal8Bit() + ' ';
    std::fwrite(question.data(), 1, static_cast<std::size_t>(question.size()), stderr);
    char answer[16] = {};
    if (!std::fgets(answer, sizeof answer, stdin))
        return false;
    const QString said = QString::fromLocal8Bit(answer).trimmed().toLower();
    // y and yes are understood in every language.
    return said == QLatin1String("y") || said == QLatin1String("yes")
        || said == commandText(QT_TRANSLATE_NOOP("CommandLine", "y"))
        || said == commandText(QT_TRANSLATE_NOOP("CommandLine", "yes"));
}

} // namespace

ExitCode mayRun(const Lab& lab, bool trust)
{
    if (isTrusted(lab.folder))
        return ExitCode::Good;
    const QByteArray shown = asItIs(lab.folder);
    if (!trust) {
        show(lab);
        if (::isatty(STDIN_FILENO) == 0) {
            say(commandText(QT_TRANSLATE_NOOP("CommandLine",
                "Nothing was run. Look at the files, and say that you trust it with --trust.")));
            return ExitCode::Refused;
        }
        if (!agrees()) {
            say(commandText(QT_TRANSLATE_NOOP("CommandLine", "Nothing was run.")));
            return ExitCode::Refused;
        }
    }
    if (const Status noted = trustAsItWas(shown); !noted)
        say(errorSentence(noted.error())); // it will be asked again; that is all
    return ExitCode::Good;
}

} // namespace ipclab
