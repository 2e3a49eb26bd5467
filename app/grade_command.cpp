// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/folders.h"
#include "app/grade.h"
#include "app/terminal_text.h"
#include "views/common/wording.h"

#include <QCommandLineParser>
#include <QDir>

#include <algorithm>

namespace ipclab {

int runGrade(const QStringList& words)
{
    QCommandLineParser parser;
    const QCommandLineOption json(QStringLiteral("json"));
    parser.addOption(json);
    if (!parser.parse(words) || parser.positionalArguments().size() != 1)
        return sayUsage(QStringLiteral("grade"), parser.errorText());
    const QString folder = parser.positionalArguments().front();
    const Result<QStringList> files = filesIn(folder);
    if (!files) {
        say(printable(errorSentence(files.error())));
        return static_cast<int>(ExitCode::Refused);
    }
    KnownLabs labs(labFolders());
    std::vector<Grade> grades;
    bool good = true;
    for (const QString& file : files->first(std::min(files->size(), kMostGraded))) {
        const Result<Grade> grade = gradeOf(QDir(folder).filePath(file), labs);
        if (grade) {
            grades.push_back(*grade);
            continue;
        }
        say(printable(file + QStringLiteral(": ") + errorSentence(grade.error())));
        good = false;
    }
    if (files->size() > kMostGraded)
        say(commandText(QT_TRANSLATE_NOOP("CommandLine",
                            "There are more files than %1: the others are left out."))
                .arg(kMostGraded));
    sortGrades(grades);
    print(parser.isSet(json) ? gradeJson(grades) : gradeTable(grades).toLocal8Bit());
    return static_cast<int>(good ? ExitCode::Good : ExitCode::No);
}

} // namespace ipclab
