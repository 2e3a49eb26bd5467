// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/why_printer.h"

#include "app/command_line.h"
#include "app/process_colours.h"
#include "app/terminal_text.h"
#include "ipc-core/events/event_json.h"
#include "views/common/wording.h"
#include "views/common/wording_chain.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace ipclab {

namespace {

constexpr qsizetype kMostKeepers = 6;

QString bold(const QString& text)
{
    return QStringLiteral("\x1b[1m%1\x1b[0m").arg(text);
}

QStringList keeperLines(const World& world, const ChainLink& link, const std::set<Pid>& keepers)
{
    QStringList lines;
    for (const Wait& wait : link.waits) {
        if (wait.reason != WaitReason::Data)
            continue;
        for (const Holder& holder : world.writers(wait.channel, wait.queue)) {
            const Process* const writer = world.process(holder.pid);
            if (writer && holder.pid != link.pid && keepers.contains(holder.pid))
                lines += QCoreApplication::translate(
                    "CommandLine", "Whether %1 keeps bytes in a buffer of its own is not known.")
                             .arg(processWithPid(*writer));
        }
    }
    lines.removeDuplicates();
    return lines.mid(0, kMostKeepers);
}

} // namespace

void printWhy(const World& world, const Chain& chain, Pid asked, const std::set<Pid>& keepers)
{
    const bool colour = takesColour(stdout);
    ProcessColours colours;
    QStringList lines;
    if (chain.links.front().pid != asked)
        lines += QCoreApplication::translate("CommandLine", "%1 is a thread of process %2.")
                     .arg(asked.value)
                     .arg(chain.links.front().pid.value);
    for (const ChainLink& link : chain.links) {
        const Process* const process = world.process(link.pid);
        if (!process)
            continue;
        const QString indent(
            static_cast<qsizetype>(4 * std::min<unsigned>(link.depth, kDeepestIndent)),
            QLatin1Char(' '));
        QStringList said = linkLines(world, link);
        said += keeperLines(world, link, keepers);
        said.removeAll(QString());
        const QString who = printable(processWithPid(*process));
        lines += indent + (colour ? colours.coloured(who, link.pid) : who) + QLatin1Char(' ')
            + (said.isEmpty() ? QString() : printable(said.takeFirst()));
        for (const QString& more : said)
            lines += indent + QStringLiteral("  ") + printable(more);
    }
    const QString verdict = printable(verdictSentence(world, chain));
    lines += colour ? bold(verdict) : verdict;
    print(lines.join(QLatin1Char('\n')).toLocal8Bit() + '\n');
}

void printWhyEvents(const LogView& log)
{
    QByteArray lines;
    for (EventIndex i = 0; i < log.size(); ++i) {
        lines += QByteArray::fromStdString(toJsonLine(i, log[i]));
        lines += '\n';
    }
    print(lines);
}

} // namespace ipclab
