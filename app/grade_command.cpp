// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/folders.h"
#include "app/grade.h"
#include "app/terminal_text.h"
#include "views/common/wording.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

namespace ipclab {

int runGrade(const QStringList& words)
{
    QCommandLineParser parser;
    const QCommandLineOption json(QStringLiteral("json"));
    parser.addOption(json);
    if (!parser.parse(words) || parser.positionalArguments().size() != 1) {
        say(usageText());
        return static_cast<int>(ExitCode::Usage);
    }
    const QString folder = parser.positionalArguments().front();
    const Result<QStringList> files = filesIn(folder);
    if (!files) {
        say(printable(errorSentence(files.error())));
        return static_cast<int>(ExitCode::Refused);
    }
    KnownLabs labs(labFolders());
    std::vector<Grade> grades;
    bool good = true;
    for (const QString& file : *files) {
        const Result<Grade> grade = gradeOf(QDir(folder).filePath(file), labs);
        if (grade) {
            grades.push_back(*grade);
            continue;
        }
        say(printable(file + QStringLiteral(": ") + errorSentence(grade.error())));
        good = false;
    }
    if (files->size() == kMostSessions)
        say(QCoreApplication::translate(
            "CommandLine", "There are more files than %1: the others are left out.")
                .arg(kMostSessions));
    sortGrades(grades);
    print(parser.isSet(json) ? gradeJson(grades) : gradeTable(grades).toLocal8Bit());
    return static_cast<int>(good ? ExitCode::Good : ExitCode::No);
}

} // namespace ipclab
