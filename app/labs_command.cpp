// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/folders.h"
#include "app/progress_store.h"
#include "app/terminal_text.h"
#include "ipc-core/lab/lab_loader.h"
#include "ipc-core/lab/launch_plan.h"
#include "views/common/lab_wording.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace ipclab {

namespace {

QJsonObject labJson(const Lab& lab)
{
    QJsonObject titles;
    QJsonObject questions;
    for (const auto& [language, guide] : lab.guides) {
        titles[QString::fromStdString(language)] = QString::fromStdString(guide.title);
        questions[QString::fromStdString(language)] = QString::fromStdString(guide.question);
    }
    QJsonObject missing;
    for (const Variant variant : { Variant::C, Variant::Python }) {
        QJsonArray programs;
        for (const std::string& program : missingPrograms(lab, variant))
            programs.append(QString::fromStdString(program));
        missing[QString::fromUtf8(name(variant))] = programs;
    }
    return { { QStringLiteral("id"), QString::fromStdString(lab.id) },
        { QStringLiteral("topic"), QString::fromStdString(lab.topic) },
        { QStringLiteral("title"), titles }, { QStringLiteral("question"), questions },
        { QStringLiteral("steps"), static_cast<int>(lab.steps.size()) },
        { QStringLiteral("missing"), missing } };
}

void printLab(const Lab& lab)
{
    const Guide& guide = lab.guideIn(QLocale().name().left(2).toStdString());
    print(QStringLiteral("%1  %2\n    %3\n")
              .arg(QString::fromStdString(lab.id).leftJustified(18),
                  QString::fromStdString(guide.title), QString::fromStdString(guide.question))
              .toLocal8Bit());
}

void printRow(const QStringList& cells)
{
    constexpr int kWidths[] = { 26, 10, 10, 10, 0 };
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i)
        line += cells.at(i).leftJustified(kWidths[i]) + QLatin1Char(' ');
    print((line.trimmed() + QLatin1Char('\n')).toLocal8Bit());
}

void printTable(const AllProgress& all)
{
    printRow({ commandText(QT_TRANSLATE_NOOP("CommandLine", "lab")),
        commandText(QT_TRANSLATE_NOOP("CommandLine", "steps")),
        commandText(QT_TRANSLATE_NOOP("CommandLine", "right")),
        commandText(QT_TRANSLATE_NOOP("CommandLine", "minutes")),
        commandText(QT_TRANSLATE_NOOP("CommandLine", "runs")) });
    const auto of
        = [](int part, int whole) { return QStringLiteral("%1/%2").arg(part).arg(whole); };
    for (const auto& [id, lab] : all)
        printRow({ id, of(lab.done(), lab.total), of(lab.right(), lab.predictions()),
            QString::number(lab.minutes()), QString::number(lab.runs) });
}

int printProgress(bool json, bool csv)
{
    const ProgressStore store;
    if (!store.keptAside().isEmpty())
        say(commandText(QT_TRANSLATE_NOOP("CommandLine",
                            "The file with your progress cannot be understood. It is kept as %1."))
                .arg(store.keptAside()));
    if (json)
        print(progressJson(store.all()));
    else if (csv)
        print(progressCsv(store.all()));
    else
        printTable(store.all());
    return static_cast<int>(store.keptAside().isEmpty() ? ExitCode::Good : ExitCode::No);
}

} // namespace

int runLabs(const QStringList& words)
{
    QCommandLineParser parser;
    const QCommandLineOption jsonOption(QStringLiteral("json"));
    const QCommandLineOption csv(QStringLiteral("csv"));
    const QCommandLineOption progress(QStringLiteral("progress"));
    parser.addOptions({ jsonOption, csv, progress });
    const bool understood = parser.parse(words) && parser.positionalArguments().isEmpty();
    const bool json = parser.isSet(jsonOption);
    if (!understood || (parser.isSet(csv) && (json || !parser.isSet(progress))))
        return sayUsage(QStringLiteral("labs"), parser.errorText());
    if (parser.isSet(progress))
        return printProgress(json, parser.isSet(csv));
    QJsonArray all;
    bool good = true;
    for (const std::string& folder : findLabs(labFolders())) {
        const LoadResult loaded = loadLab(folder);
        if (const auto* const problems = std::get_if<Problems>(&loaded)) {
            for (const Problem& problem : *problems)
                say(QString::fromStdString(folder) + QLatin1Char('/') + problemSentence(problem));
            good = false;
            continue;
        }
        if (json)
            all.append(labJson(std::get<Lab>(loaded)));
        else
            printLab(std::get<Lab>(loaded));
    }
    if (json)
        print(printableJson(QJsonDocument(all), QJsonDocument::Indented));
    return static_cast<int>(good ? ExitCode::Good : ExitCode::No);
}

} // namespace ipclab
