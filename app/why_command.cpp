// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/terminal_text.h"
#include "app/why_judge.h"
#include "app/why_printer.h"
#include "ipc-core/analysis/chain.h"
#include "ipc-core/survey/double_look.h"
#include "ipc-core/survey/unknowns.h"
#include "views/common/wording.h"

#include <QCommandLineParser>

#include <optional>
#include <set>

namespace ipclab {

namespace {

struct WhyOptions {
    Pid pid;
    bool json = false;
};

// Writers that somebody in the chain waits for, and of whom nobody knows what they keep back.
std::set<Pid> unseenKeepers(const World& world, const Chain& chain)
{
    std::set<Pid> found;
    std::set<Pid> asked;
    for (const ChainLink& link : chain.links) {
        for (const Wait& wait : link.waits) {
            if (wait.reason != WaitReason::Data)
                continue;
            for (const Holder& holder : world.writers(wait.channel, wait.queue)) {
                if (holder.pid != link.pid && asked.insert(holder.pid).second
                    && mayKeepUnseen(holder.pid))
                    found.insert(holder.pid);
            }
        }
    }
    return found;
}

std::optional<WhyOptions> parsedWhy(const QStringList& given)
{
    QCommandLineParser parser;
    const QCommandLineOption json(QStringLiteral("json"));
    parser.addOption(json);
    if (!parser.parse(given)) {
        say(printable(parser.errorText()));
        return std::nullopt;
    }
    const QStringList words = parser.positionalArguments();
    bool number = words.size() == 1;
    const int pid = number ? words.front().toInt(&number) : 0;
    if (!number || pid <= 0) {
        say(commandText(
            QT_TRANSLATE_NOOP("CommandLine", "Name one process by its number, its pid.")));
        return std::nullopt;
    }
    return WhyOptions { Pid { pid }, parser.isSet(json) };
}

} // namespace

int runWhy(const QStringList& given)
{
    const auto options = parsedWhy(given);
    if (!options)
        return sayUsage(QStringLiteral("why"));
    const Result<SurveyedLog> looked = lookTwice(options->pid, judge);
    if (!looked) {
        say(errorSentence(looked.error()));
        return static_cast<int>(ExitCode::Refused);
    }
    if (const Status levels = levelsAreReadable(); !levels)
        say(errorSentence(levels.error()));
    const LogView log(*looked->log);
    const World world = worldOf(log);
    const Chain chain = chainFrom(world, looked->pid);
    if (options->json)
        printWhyEvents(log);
    else
        printWhy(world, chain, options->pid, unseenKeepers(world, chain));
    return static_cast<int>(chain.links.front().stuck.empty() ? ExitCode::Good : ExitCode::No);
}

} // namespace ipclab
