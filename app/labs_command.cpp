// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/folders.h"
#include "ipc-core/lab/lab_loader.h"
#include "ipc-core/lab/launch_plan.h"
#include "views/common/lab_wording.h"

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

} // namespace

int runLabs(const QStringList& words)
{
    const bool json = words.contains(QStringLiteral("--json"));
    if (words.size() > (json ? 2 : 1)) {
        say(usageText());
        return static_cast<int>(ExitCode::Usage);
    }
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
        print(QJsonDocument(all).toJson());
    return static_cast<int>(good ? ExitCode::Good : ExitCode::No);
}

} // namespace ipclab
