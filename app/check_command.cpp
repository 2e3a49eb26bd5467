// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/lab_solving.h"
#include "views/common/lab_wording.h"
#include "views/common/wording.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>

namespace ipclab {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

bool checkVariant(const Lab& lab, Variant variant, bool json)
{
    for (const std::string& missing : missingPrograms(lab, variant)) {
        say(QStringLiteral("%1 (%2): %3")
                .arg(QString::fromStdString(lab.id), QString::fromUtf8(name(variant)),
                    words(QT_TRANSLATE_NOOP("CommandLine", "not proved: %1 is not installed"))
                        .arg(QString::fromStdString(missing))));
        return false;
    }
    QElapsedTimer time;
    time.start();
    const Solved solved = solveLab({ lab, variant, {}, {}, true });
    sayReport(lab, solved);
    say(QStringLiteral("  ")
        + words(QT_TRANSLATE_NOOP("CommandLine", "it took %1"))
              .arg(durationText(time.nsecsElapsed())));
    if (json)
        print(reportJson(lab, solved));
    return solved.report.proved(lab) && solved.unreached.empty() && !solved.error
        && solved.buildMessages.isEmpty();
}

// Labs in a folder: itself, or those within it.
std::vector<std::string> labsIn(const QString& folder)
{
    const QDir dir(folder);
    if (dir.exists(QStringLiteral("lab.toml")))
        return { dir.absolutePath().toStdString() };
    return findLabs({ dir.absolutePath().toStdString() });
}

bool checkLab(const std::string& folder, const std::vector<Variant>& variants, bool json)
{
    const LoadResult loaded = loadLab(folder);
    if (const auto* const problems = std::get_if<Problems>(&loaded)) {
        for (const Problem& problem : *problems)
            say(QString::fromStdString(folder) + QLatin1Char('/') + problemSentence(problem));
        return false;
    }
    bool good = true;
    for (const Variant variant : variants)
        good = checkVariant(std::get<Lab>(loaded), variant, json) && good;
    return good;
}

} // namespace

int runCheck(const QStringList& wordsGiven)
{
    QCommandLineParser parser;
    const QCommandLineOption only(QStringLiteral("variant"), {}, QStringLiteral("c or python"));
    const QCommandLineOption json(QStringLiteral("json"));
    parser.addOptions({ only, json });
    const auto variant
        = parser.parse(wordsGiven) ? variantNamed(parser.value(only).toStdString()) : std::nullopt;
    if (parser.positionalArguments().isEmpty() || (parser.isSet(only) && !variant)) {
        say(usageText());
        return static_cast<int>(ExitCode::Usage);
    }
    if (const Status can = Capture::selfCheck(); !can) {
        say(errorSentence(can.error()));
        return static_cast<int>(ExitCode::Refused);
    }
    std::vector<Variant> variants { Variant::C, Variant::Python };
    if (variant)
        variants = { *variant };
    bool good = true;
    for (const QString& folder : parser.positionalArguments()) {
        const std::vector<std::string> labs = labsIn(folder);
        if (labs.empty()) {
            say(words(QT_TRANSLATE_NOOP("CommandLine", "%1: there is no lab.toml here."))
                    .arg(folder));
            good = false;
        }
        for (const std::string& lab : labs)
            good = checkLab(lab, variants, parser.isSet(json)) && good;
    }
    return static_cast<int>(good ? ExitCode::Good : ExitCode::No);
}

} // namespace ipclab
