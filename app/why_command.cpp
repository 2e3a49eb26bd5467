// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/why_judge.h"
#include "app/why_printer.h"
#include "ipc-core/analysis/chain.h"
#include "ipc-core/survey/double_look.h"
#include "views/common/wording.h"

#include <QCommandLineParser>

#include <optional>

namespace ipclab {

namespace {

struct WhyOptions {
    Pid pid;
    bool json = false;
};

std::optional<WhyOptions> parsed(const QStringList& given)
{
    QCommandLineParser parser;
    const QCommandLineOption json(QStringLiteral("json"));
    parser.addOption(json);
    if (!parser.parse(given)) {
        say(parser.errorText());
        return std::nullopt;
    }
    const QStringList words = parser.positionalArguments();
    bool number = words.size() == 1;
    const int pid = number ? words.front().toInt(&number) : 0;
    if (!number || pid <= 0)
        return std::nullopt;
    return WhyOptions { Pid { pid }, parser.isSet(json) };
}

} // namespace

int runWhy(const QStringList& given)
{
    const auto options = parsed(given);
    if (!options) {
        say(usageText());
        return static_cast<int>(ExitCode::Usage);
    }
    const Result<SurveyedLog> looked = lookTwice(options->pid, judge);
    if (!looked) {
        say(errorSentence(looked.error()));
        return static_cast<int>(ExitCode::Refused);
    }
    const LogView log(*looked->log);
    const World world = worldOf(log);
    const Chain chain = chainFrom(world, looked->pid);
    if (options->json)
        printWhyEvents(log);
    else
        printWhy(world, chain, options->pid);
    return static_cast<int>(chain.stuck ? ExitCode::No : ExitCode::Good);
}

} // namespace ipclab
