// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/lab_proof.h"
#include "app/lab_solving.h"
#include "app/lab_watch.h"
#include "views/common/lab_wording.h"
#include "views/common/wording.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>

namespace ipclab {

namespace {

bool checkVariant(const Lab& lab, Variant variant, bool json)
{
    if (const auto missing = missingPrograms(lab, variant); !missing.empty()) {
        say(QStringLiteral("%1 (%2): %3")
                .arg(QString::fromStdString(lab.id), QString::fromUtf8(name(variant)),
                    commandText(QT_TRANSLATE_NOOP("CommandLine", "not proved: %1 is not installed"))
                        .arg(QString::fromStdString(missing.front()))));
        return false;
    }
    QElapsedTimer time;
    time.start();
    const QStringList complaints = compilerComplaints(lab, variant);
    for (const QString& complaint : complaints)
        say(complaint);
    const Solved solved = solveLab({ lab, variant, {}, {}, true });
    sayReport(lab, solved);
    say(QStringLiteral("  ")
        + commandText(QT_TRANSLATE_NOOP("CommandLine", "it took %1"))
              .arg(durationText(time.nsecsElapsed())));
    if (json)
        print(reportJson(lab, solved));
    return solved.report.proved(lab) && solved.unreached.empty() && !solved.error
        && solved.buildMessages.isEmpty() && complaints.isEmpty();
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
    const Lab& lab = std::get<Lab>(loaded);
    const QStringList wrong = wrongNames(lab);
    for (const QString& one : wrong)
        say(QString::fromStdString(folder) + QLatin1Char('/') + one);
    bool good = wrong.isEmpty();
    for (const Variant variant : variants)
        good = checkVariant(lab, variant, json) && good;
    return good;
}

bool checkLabs(const QStringList& folders, const std::vector<Variant>& variants, bool json)
{
    bool good = true;
    for (const QString& folder : folders) {
        const std::vector<std::string> labs = labsIn(folder);
        if (labs.empty()) {
            say(commandText(QT_TRANSLATE_NOOP("CommandLine", "%1: there is no lab.toml here."))
                    .arg(folder));
            good = false;
        }
        for (const std::string& lab : labs)
            good = checkLab(lab, variants, json) && good;
    }
    return good;
}

// Proves it now and after each save, until a signal ends the program: what then lives ends with it.
[[noreturn]] void checkForEver(
    const QString& folder, const std::vector<Variant>& variants, bool json)
{
    LabWatch watch;
    QEventLoop loop;
    bool stale = false;
    QObject::connect(&watch, &LabWatch::changed, &loop, [&] {
        stale = true; // also while it is being proved
        loop.quit();
    });
    watch.watch(QDir(folder).absolutePath());
    for (;;) {
        stale = false;
        const bool good = checkLabs({ folder }, variants, json);
        say(good ? commandText(
                QT_TRANSLATE_NOOP("CommandLine", "Proved. Waiting for the next save…"))
                 : commandText(
                     QT_TRANSLATE_NOOP("CommandLine", "Not proved. Waiting for the next save…")));
        if (!stale)
            loop.exec();
        say({});
    }
}

} // namespace

int runCheck(const QStringList& wordsGiven)
{
    QCommandLineParser parser;
    const QCommandLineOption only(QStringLiteral("variant"), {}, QStringLiteral("c or python"));
    const QCommandLineOption json(QStringLiteral("json"));
    const QCommandLineOption watch(QStringLiteral("watch"));
    parser.addOptions({ only, json, watch });
    const auto variant
        = parser.parse(wordsGiven) ? variantNamed(parser.value(only).toStdString()) : std::nullopt;
    const qsizetype count = parser.positionalArguments().size();
    if (count == 0 || (parser.isSet(watch) && count > 1) || (parser.isSet(only) && !variant))
        return sayUsage(QStringLiteral("check"), parser.errorText());
    if (const Status can = Capture::selfCheck(); !can) {
        say(errorSentence(can.error()));
        return static_cast<int>(ExitCode::Refused);
    }
    std::vector<Variant> variants { Variant::C, Variant::Python };
    if (variant)
        variants = { *variant };
    const QStringList folders = parser.positionalArguments();
    if (parser.isSet(watch) && !QDir(folders.front()).exists()) {
        say(commandText(QT_TRANSLATE_NOOP("CommandLine", "There is no folder “%1”."))
                .arg(folders.front()));
        return static_cast<int>(ExitCode::Usage);
    }
    if (parser.isSet(watch))
        checkForEver(folders.front(), variants, parser.isSet(json));
    const bool good = checkLabs(folders, variants, parser.isSet(json));
    return static_cast<int>(good ? ExitCode::Good : ExitCode::No);
}

} // namespace ipclab
