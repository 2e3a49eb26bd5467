// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/event_line.h"
#include "views/common/wording_tr.h"
#include "views/inspector/fact_rows.h"

#include <algorithm>
#include <csignal>
#include <map>

namespace ipclab {

namespace {

constexpr int kLastSignal = 64;

bool has(std::uint64_t bits, int signal)
{
    return (bits >> (signal - 1) & 1U) != 0;
}

bool isListed(int signal) // what people send each other, and what programs often get
{
    return std::ranges::find(buttonSignals(), signal) != buttonSignals().end()
        || std::ranges::find(menuSignals(), signal) != menuSignals().end();
}

// "blocked", or in how many of its threads; empty: in none.
QString blockedWords(const Process& process, int signal)
{
    const auto blocking = std::ranges::count_if(
        process.threads, [signal](const auto& entry) { return has(entry.second.blocked, signal); });
    if (blocking == 0)
        return {};
    const auto all = static_cast<std::ptrdiff_t>(process.threads.size());
    return blocking == all
        ? InspectorWords::tr("blocked")
        : InspectorWords::tr("blocked in %1 of %2 threads").arg(blocking).arg(all);
}

QStringList marksOf(const Process& process, int signal)
{
    QStringList marks { has(process.pending, signal) ? InspectorWords::tr("pending") : QString(),
        blockedWords(process, signal) };
    marks.removeAll(QString());
    return marks;
}

// What they do is one column, at the right.
FactRow rowOfSignals(const QStringList& names, const QStringList& does)
{
    FactRow row;
    row.words = names.join(QStringLiteral(", "));
    row.right = does.join(QStringLiteral(" · "));
    return row;
}

QString passedWords(const World& world, Pid pid, int signal)
{
    const Process* const process = world.process(pid);
    const bool byDefault
        = process && process->actions.at(static_cast<std::size_t>(signal)) == SignalAction::Default;
    if (byDefault && doesNothingByDefault(signal))
        return InspectorWords::tr("did nothing, which is its default");
    if (byDefault && stopsByDefault(signal)) // setpgid(2)
        return InspectorWords::tr("did nothing, as its process group is orphaned");
    return InspectorWords::tr("was ignored");
}

// What became of a signal that was sent to the process; nothing: the event is about something else.
std::optional<FactRow> recentRow(const World& world, const Event& event, Pid pid)
{
    FactRow row;
    QString from;
    if (const auto* const got = std::get_if<SignalDelivered>(&event.body);
        got && event.pid == pid) {
        row.left = shortSignalName(got->signal.value);
        row.words = got->action == SignalAction::Handler ? InspectorWords::tr("went to its handler")
            : got->action == SignalAction::Taken
            ? InspectorWords::tr("was taken by a call")
            : InspectorWords::tr("did what it does by default");
        from = originWords(got->origin);
    } else if (const auto* const ignored = std::get_if<SignalIgnored>(&event.body);
               ignored && event.pid == pid) {
        row.left = shortSignalName(ignored->signal.value);
        row.words = passedWords(world, pid, ignored->signal.value);
        from = originWords(ignored->origin);
    } else if (const auto* const sent = std::get_if<SignalSent>(&event.body);
               sent && sent->to == pid) {
        row.left = shortSignalName(sent->signal.value);
        row.words = InspectorWords::tr("sent by %1").arg(processName(world, event.pid));
    } else {
        return std::nullopt;
    }
    row.right = durationText(event.at);
    if (!from.isEmpty())
        row.right = QStringLiteral("%1 · %2").arg(from, row.right);
    return row;
}

} // namespace

// One line for each that does not do what it does by itself; the others by what they do.
std::vector<FactRow> signalRows(const Process& process)
{
    std::vector<FactRow> rows;
    std::map<QString, QStringList> byDefault;
    for (int signal = 1; signal <= kLastSignal && process.alive(); ++signal) {
        const QString name = shortSignalName(signal);
        const QStringList marks = marksOf(process, signal);
        const SignalAction action = process.actions.at(static_cast<std::size_t>(signal));
        const QString does = actionOnceTaken(process, signal);
        if (action == SignalAction::Default && marks.isEmpty()) {
            if (isListed(signal))
                byDefault[does] += name;
            continue;
        }
        rows.push_back(rowOfSignals({ name }, QStringList { does } + marks));
    }
    for (const auto& [does, names] : byDefault)
        rows.push_back(rowOfSignals(names, { does }));
    return rows;
}

// Looks back over a bounded part of the log.
std::vector<FactRow> recentSignalRows(const World& world, const LogView& log, Pid pid)
{
    constexpr EventIndex kLookBack = 4000;
    constexpr std::size_t kMost = 6;
    std::vector<FactRow> rows;
    const EventIndex end = log.size();
    const EventIndex begin = end > kLookBack ? end - kLookBack : 0;
    for (EventIndex i = end; i > begin && rows.size() < kMost; --i) {
        std::optional<FactRow> row = recentRow(world, log[i - 1], pid);
        if (!row)
            continue;
        row->target = { pid, {}, i };
        row->tip = InspectorWords::tr("Goes to that moment");
        rows.push_back(*std::move(row));
    }
    return rows;
}

} // namespace ipclab
