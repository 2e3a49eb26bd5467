// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/new_lab.h"
#include "ipc-core/lab/lab.h"
#include "views/common/wording.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>

#include <cerrno>

namespace ipclab {

int runNew(const QStringList& wordsGiven)
{
    QCommandLineParser parser;
    const QCommandLineOption in(QStringLiteral("in"), {}, QStringLiteral("folder"));
    parser.addOption(in);
    if (!parser.parse(wordsGiven) || parser.positionalArguments().size() != 1)
        return sayUsage(QStringLiteral("new"), parser.errorText());
    const QString name = parser.positionalArguments().front();
    if (!isLabId(name.toStdString())) {
        say(commandText(QT_TRANSLATE_NOOP("CommandLine",
                            "“%1” cannot be the name of a lab: use a-z, 0-9, - and _, at most 64."))
                .arg(name));
        return static_cast<int>(ExitCode::Usage);
    }
    const QString folder = parser.isSet(in) ? parser.value(in) : QDir::currentPath();
    if (!QDir(folder).exists()) {
        say(commandText(QT_TRANSLATE_NOOP("CommandLine", "There is no folder “%1”.")).arg(folder));
        return static_cast<int>(ExitCode::Refused);
    }
    const Result<QString> made = makeLab(name, folder);
    if (!made && made.error().number == EEXIST) {
        say(commandText(
            QT_TRANSLATE_NOOP("CommandLine",
                "%1 exists already, and was not touched. Choose another name, or another "
                "folder with --in."))
                .arg(QString::fromStdString(made.error().subject)));
        return static_cast<int>(ExitCode::No);
    }
    if (!made) {
        say(commandText(QT_TRANSLATE_NOOP("CommandLine", "No lab was made. %1"))
                .arg(errorSentence(made.error())));
        return static_cast<int>(ExitCode::Refused);
    }
    print(QFile::encodeName(*made) + '\n');
    say(commandText(
        QT_TRANSLATE_NOOP("CommandLine",
            "The lab is there and works. lab.toml says what to change; this proves it after "
            "each save:\n  ipclab check --watch %1"))
            .arg(*made));
    return static_cast<int>(ExitCode::Good);
}

} // namespace ipclab
