// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch_printer.h"

#include "app/command_line.h"
#include "ipc-core/events/event_json.h"
#include "views/common/event_line.h"
#include "views/common/numbers.h"
#include "views/common/wording.h"

#include <QCoreApplication>

#include <unistd.h>

#include <array>

namespace ipclab {

namespace {

// One colour a process, of those that are readable on light and on dark.
constexpr auto kColours = std::to_array<int>({ 36, 35, 34, 32, 33, 31 });

QString coloured(const QString& text, Pid pid)
{
    const int colour = kColours.at(static_cast<std::size_t>(pid.value) % kColours.size());
    return QStringLiteral("\x1b[%1m%2\x1b[0m").arg(colour).arg(text);
}

} // namespace

WatchPrinter::WatchPrinter(const EventLog& log, bool json)
    : m_log(log)
    , m_json(json)
    , m_colour(isatty(STDERR_FILENO) == 1)
{
}

void WatchPrinter::printNew()
{
    const EventIndex end = m_log.size();
    QByteArray lines;
    while (m_world.applied < end) {
        const EventIndex index = m_world.applied;
        apply(m_world, m_log[index]);
        if (m_json)
            lines += QByteArray::fromStdString(toJsonLine(index, m_log[index])) + '\n';
        else
            printLine(index);
    }
    if (!lines.isEmpty())
        print(lines);
}

void WatchPrinter::printLine(EventIndex index)
{
    const Event& event = m_log[index];
    if (const auto* const began = std::get_if<FindingBegan>(&event.body)) {
        if (!m_world.findings.empty()) {
            m_findings.push_back(m_world.findings.back());
            say(QStringLiteral("!! %1").arg(findingSentence(m_world, m_world.findings.back())));
        }
        static_cast<void>(began);
        return;
    }
    const Process* const process = m_world.process(event.pid);
    const QString text = eventLine(m_world, event);
    if (text.isEmpty() || !process || process->self)
        return;
    const QString who = processWithPid(*process);
    const QString time = QStringLiteral("%1").arg(static_cast<double>(event.at) / 1e9, 9, 'f', 6);
    say(QStringLiteral("%1  %2  %3").arg(time, m_colour ? coloured(who, event.pid) : who, text));
}

void WatchPrinter::printEnd()
{
    if (m_json)
        return;
    const EventLog::Dropped dropped = m_log.dropped();
    if (dropped.events > 0)
        say(QCoreApplication::translate("CommandLine",
            "%n event(s) were not kept: the log was full.", nullptr,
            static_cast<int>(dropped.events)));
}

} // namespace ipclab
