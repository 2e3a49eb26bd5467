// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/lab_solving.h"
#include "app/run_consent.h"
#include "views/common/wording.h"

#include <QCommandLineParser>

#include <algorithm>

namespace ipclab {

namespace {

struct RunOptions {
    QCommandLineOption variant { QStringLiteral("variant"), {}, QStringLiteral("c or python") };
    QCommandLineOption set { QStringLiteral("set"), {}, QStringLiteral("name=value") };
    QCommandLineOption record { QStringLiteral("record"), {}, QStringLiteral("file") };
    QCommandLineOption json { QStringLiteral("json") };
    QCommandLineOption trust { QStringLiteral("trust") };
};

int usageOfRun(const QString& why)
{
    return sayUsage(QStringLiteral("run"), why);
}

// What is wrong with a --set, or nothing.
std::optional<QString> takeSwitches(
    const QStringList& settings, const Lab& lab, SwitchValues& switches)
{
    for (const QString& setting : settings) {
        const std::string name = setting.section(QLatin1Char('='), 0, 0).toStdString();
        const std::string value = setting.section(QLatin1Char('='), 1).toStdString();
        const LabSwitch* const known = lab.switchNamed(name);
        if (!known
            || std::find(known->values.begin(), known->values.end(), value) == known->values.end())
            return commandText(QT_TRANSLATE_NOOP("CommandLine", "This lab has no setting “%1”."))
                .arg(setting);
        switches[name] = value;
    }
    return std::nullopt;
}

} // namespace

int runRun(const QStringList& wordsGiven)
{
    QCommandLineParser parser;
    const RunOptions options;
    parser.addOptions(
        { options.variant, options.set, options.record, options.json, options.trust });
    if (!parser.parse(wordsGiven))
        return usageOfRun(parser.errorText());
    if (parser.positionalArguments().size() != 1)
        return usageOfRun(commandText(QT_TRANSLATE_NOOP("CommandLine", "Name one lab to run.")));
    auto lab = labNamed(parser.positionalArguments().front());
    if (!lab)
        return static_cast<int>(ExitCode::Usage);

    auto variant = variantNamed(parser.value(options.variant).toStdString());
    if (parser.isSet(options.variant) && !variant)
        return usageOfRun(
            commandText(QT_TRANSLATE_NOOP("CommandLine", "The variant is c or python.")));
    if (!variant)
        variant = variantHere(*lab);
    if (!variant || !missingPrograms(*lab, *variant).empty()) {
        const std::string missing = missingPrograms(*lab, variant.value_or(Variant::C)).front();
        say(commandText(QT_TRANSLATE_NOOP("CommandLine",
                            "This lab needs %1, which is not installed on this machine."))
                .arg(QString::fromStdString(missing)));
        return static_cast<int>(ExitCode::Refused);
    }
    SolveRequest request { std::move(*lab), *variant, {},
        parser.value(options.record).toStdString() };
    if (const auto wrong = takeSwitches(parser.values(options.set), request.lab, request.switches))
        return usageOfRun(*wrong);
    if (const Status can = Capture::selfCheck(); !can) {
        say(errorSentence(can.error()));
        return static_cast<int>(ExitCode::Refused);
    }
    if (const ExitCode may = mayRun(request.lab, parser.isSet(options.trust));
        may != ExitCode::Good)
        return static_cast<int>(may);
    const Solved solved = solveLab(request);
    sayReport(request.lab, solved);
    if (parser.isSet(options.json))
        print(reportJson(request.lab, solved));
    const bool good = solved.report.solved() && !solved.error && solved.buildMessages.isEmpty();
    return static_cast<int>(good ? ExitCode::Good : ExitCode::No);
}

} // namespace ipclab
