// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch_printer.h"

#include "app/terminal_text.h"
#include "app/watch_words.h"
#include "ipc-core/events/event_json.h"
#include "views/common/numbers.h"
#include "views/common/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace ipclab {

namespace {

constexpr EventIndex kMostAtOnce = 2000; // then those may go on who wait until these are printed
constexpr Nanoseconds kWorthSaying = 10 * kMillisecond; // of how long a call lasted

QString dim(const QString& text)
{
    return QStringLiteral("\x1b[2m%1\x1b[0m").arg(text);
}

} // namespace

WatchPrinter::WatchPrinter(const EventLog& log, bool json, EventChoice choice, std::FILE* to)
    : m_log(log)
    , m_json(json)
    , m_choice(std::move(choice))
    , m_to(to)
    , m_colour(takesColour(to))
{
    m_sinceLast.start();
}

bool WatchPrinter::printNew()
{
    const EventIndex size = m_log.size();
    const EventIndex end = std::min(size, m_world.applied + kMostAtOnce);
    const bool isNew = m_world.applied < end;
    while (m_world.applied < end) {
        const EventIndex index = m_world.applied;
        if (!m_json) {
            take(m_log[index]);
            write();
            continue;
        }
        const std::optional<Descriptor> was = closedBy(m_log[index]);
        apply(m_world, m_log[index]);
        if (was ? m_choice.has(m_world, was->channel) : m_choice.has(m_world, m_log[index]))
            line(QString::fromStdString(toJsonLine(index, m_log[index])));
    }
    if (isNew)
        m_sinceLast.restart();
    // Whether a call still waits is known only when nothing is left to be read.
    if (!m_json && m_world.applied == m_log.size()) {
        tellLasting(m_world.now + m_sinceLast.nsecsElapsed());
        write();
    }
    flush();
    return end < size;
}

void WatchPrinter::printRest()
{
    m_lines.knowAll();
    write();
    flush();
}

// The descriptor that the event closes: the World after it does not know any more what it was.
std::optional<Descriptor> WatchPrinter::closedBy(const Event& event) const
{
    const auto* const closed = std::get_if<DescriptorClosed>(&event.body);
    const Descriptor* const open = closed ? m_world.descriptor(event.pid, closed->fd) : nullptr;
    return open ? std::optional(*open) : std::nullopt;
}

void WatchPrinter::take(const Event& event)
{
    tellLasting(event.at);
    const std::optional<Descriptor> was = closedBy(event);
    apply(m_world, event);
    count(event);
    const std::optional<WatchedWait> ended = endWaits(event);
    if (const auto* const began = std::get_if<CallEntered>(&event.body))
        return takeBeginning(event, *began);
    if (std::holds_alternative<FindingBegan>(event.body))
        return takeFinding();
    const bool chosen
        = was ? m_choice.has(m_world, was->channel) : ended || m_choice.has(m_world, event);
    const QString text = !chosen ? QString()
        : was ? closeLine(m_world, std::get<DescriptorClosed>(event.body).fd, *was)
              : lineFor(event, ended);
    // A thread is started by its process, as far as that is told.
    const Tid tid = std::holds_alternative<ThreadStarted>(event.body) ? Tid() : event.tid;
    const Process* const process = m_world.process(event.pid);
    if (!text.isEmpty() && process && !process->self)
        m_lines.add(lineOf(*process, tid, event.at, text));
    if (std::holds_alternative<ProcessReaped>(event.body))
        m_colours.ended(event.pid);
}

// The wait of its own thread that the event puts an end to, where that thread goes on.
std::optional<WatchedWait> WatchPrinter::endWaits(const Event& event)
{
    std::optional<WatchedWait> ended;
    const Process* const process = m_world.process(event.pid);
    for (const WatchedWait& wait : m_waits.endedBy(m_world, event)) {
        if (!wait.told)
            m_lines.fill(wait.place, {});
        if (wait.tid == event.tid && process && process->alive())
            ended = wait;
    }
    return ended;
}

void WatchPrinter::takeFinding()
{
    if (m_choice.has(Topic::Finding) && !m_world.findings.empty())
        m_lines.add(QStringLiteral("!! %1").arg(
            printable(findingSentence(m_world, m_world.findings.back()))));
}

// It may be one that lasts: a place is kept for the line that says so.
void WatchPrinter::takeBeginning(const Event& event, const CallEntered& body)
{
    const Process* const process = m_world.process(event.pid);
    if (process && !process->self && m_choice.has(m_world, event))
        m_waits.begin({ event.pid, event.tid, event.at, body.call, body.fd, body.channel,
            m_lines.reserve(), false });
}

QString WatchPrinter::lineFor(const Event& event, const std::optional<WatchedWait>& ended) const
{
    QString text = watchLine(m_world, event, m_choice);
    const auto* const returned = std::get_if<CallReturned>(&event.body);
    if (!ended || (!returned && text.isEmpty()))
        return text;
    if (returned && text.isEmpty() && (ended->told || isDone(*ended, *returned)))
        text = returnLine(m_world, *ended, *returned);
    const Nanoseconds lasted = event.at - ended->since;
    return text.isEmpty() || lasted < kWorthSaying
        ? text
        : QCoreApplication::translate("ipclab::WatchPrinter", "%1  · after %2")
              .arg(text, durationText(lasted));
}

void WatchPrinter::tellLasting(Nanoseconds now)
{
    while (const auto wait = m_waits.nextLasting(m_world, now)) {
        const Process* const process = m_world.process(wait->pid);
        const QString text = waitLine(m_world, *wait, now);
        m_lines.fill(wait->place,
            process && !text.isEmpty() ? lineOf(*process, wait->tid, wait->since, text)
                                       : QString());
    }
}

QString WatchPrinter::lineOf(const Process& process, Tid tid, Nanoseconds at, const QString& text)
{
    QString who = printable(processWithPid(process));
    if (tid && tid != firstThread(process.pid)) // as ps(1) and perf(1) have it
        who += QStringLiteral("/%1").arg(tid.value);
    const QString time = QStringLiteral("%1").arg(static_cast<double>(at) / 1e9, 9, 'f', 6);
    return QStringLiteral("%1  %2%3  %4")
        .arg(m_colour ? dim(time) : time, QString(2 * depthOf(process), QLatin1Char(' ')),
            m_colour ? m_colours.coloured(who, process.pid) : who, printable(text));
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
        line(dim(QCoreApplication::translate("CommandLine",
            "All of them shared one processor; --parallel lets them use every one.")));
    flush();
}

void WatchPrinter::count(const Event& event)
{
    const auto* const process = std::get_if<ProcessStarted>(&event.body);
    if ((process && !process->self) || std::holds_alternative<ThreadStarted>(event.body))
        ++m_threads;
}

void WatchPrinter::write()
{
    while (const auto text = m_lines.take())
        line(*text);
}

void WatchPrinter::line(const QString& text)
{
    m_text += (m_json ? text.toUtf8() : text.toLocal8Bit()) + '\n';
}

void WatchPrinter::flush()
{
    std::fwrite(m_text.constData(), 1, static_cast<std::size_t>(m_text.size()), m_to);
    std::fflush(m_to);
    m_text.resize(0); // it keeps its room
}

} // namespace ipclab
