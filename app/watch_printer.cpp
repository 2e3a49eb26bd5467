// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch_printer.h"

#include "app/terminal_text.h"
#include "ipc-core/analysis/wait.h"
#include "ipc-core/events/event_json.h"
#include "views/common/event_line.h"
#include "views/common/numbers.h"
#include "views/common/wording.h"
#include "views/common/wording_chain.h"

#include <QCoreApplication>

#include <unistd.h>

#include <optional>
#include <utility>

namespace ipclab {

namespace {

constexpr Nanoseconds kLasting = kSecond / 4; // a wait that a person notices

} // namespace

WatchPrinter::WatchPrinter(const EventLog& log, bool json, EventChoice choice, std::FILE* to)
    : m_log(log)
    , m_json(json)
    , m_choice(std::move(choice))
    , m_to(to)
    , m_colour(isatty(fileno(to)) == 1)
{
    m_sinceLast.start();
}

void WatchPrinter::printNew()
{
    const EventIndex end = m_log.size();
    if (m_world.applied < end)
        m_sinceLast.restart();
    while (m_world.applied < end) {
        const EventIndex index = m_world.applied;
        apply(m_world, m_log[index]);
        count(m_log[index]);
        if (!m_choice.has(m_world, m_log[index]))
            continue;
        if (m_json)
            line(QString::fromStdString(toJsonLine(index, m_log[index])));
        else
            printLine(index);
    }
    if (!m_json && m_choice.has(Topic::Wait))
        printWaits();
    std::fflush(m_to);
}

void WatchPrinter::printLine(EventIndex index)
{
    const Event& event = m_log[index];
    if (std::holds_alternative<FindingBegan>(event.body)) {
        if (!m_world.findings.empty())
            line(QStringLiteral("!! %1").arg(findingSentence(m_world, m_world.findings.back())));
        return;
    }
    const Process* const process = m_world.process(event.pid);
    const QString text = eventLine(m_world, event);
    if (!text.isEmpty() && process && !process->self)
        printOf(*process, event.at, text);
}

// A wait that lasts is told of once, with its reason; its end is the line of what ended it.
void WatchPrinter::printWaits()
{
    const Nanoseconds now = m_world.now + m_sinceLast.nsecsElapsed();
    for (const auto& [pid, process] : m_world.processes) {
        const std::optional<Wait> wait
            = process.isWatched() ? waitOf(m_world, process) : std::nullopt;
        if (!wait || now - wait->since < kLasting)
            continue;
        Nanoseconds& said = m_saidWaits.try_emplace(pid, -1).first->second;
        if (std::exchange(said, wait->since) == wait->since)
            continue;
        printOf(process, now, withoutName(m_world, process, whySentence(m_world, pid, now)));
    }
}

void WatchPrinter::printOf(const Process& process, Nanoseconds at, const QString& text)
{
    const QString who = printable(processWithPid(process));
    const QString time = QStringLiteral("%1").arg(static_cast<double>(at) / 1e9, 9, 'f', 6);
    line(QStringLiteral("%1  %2%3  %4")
             .arg(time, QString(2 * depthOf(process), QLatin1Char(' ')),
                 m_colour ? coloured(who, process.pid) : who, printable(text)));
}

int WatchPrinter::depthOf(const Process& process) const
{
    constexpr int kDeepest = 8; // a line has to have room for what it says
    int depth = 0;
    const Process* parent = m_world.process(process.parent);
    for (; parent && !parent->self && depth < kDeepest; ++depth)
        parent = m_world.process(parent->parent);
    return depth;
}

void WatchPrinter::printEnd(bool oneCpu)
{
    if (m_json)
        return;
    const EventLog::Dropped dropped = m_log.dropped();
    if (dropped.events > 0)
        line(QCoreApplication::translate("CommandLine",
            "%n event(s) were not kept: the log was full.", nullptr,
            static_cast<int>(dropped.events)));
    // For a person who looks on: a file or another program has no use for it.
    if (oneCpu && m_colour && m_threads > 1)
        line(QStringLiteral("\x1b[2m%1\x1b[0m")
                 .arg(QCoreApplication::translate("CommandLine",
                     "All of them shared one processor; --parallel lets them use every one.")));
}

void WatchPrinter::count(const Event& event)
{
    const auto* const process = std::get_if<ProcessStarted>(&event.body);
    if ((process && !process->self) || std::holds_alternative<ThreadStarted>(event.body))
        ++m_threads;
}

void WatchPrinter::line(const QString& text)
{
    const QByteArray bytes = (m_json ? text.toUtf8() : text.toLocal8Bit()) + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), m_to);
}

} // namespace ipclab
