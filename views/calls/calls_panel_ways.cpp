// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_result.h"
#include "views/calls/calls_model.h"
#include "views/calls/calls_panel.h"
#include "views/calls/calls_table.h"
#include "views/calls/filter_sentence.h"
#include "views/common/byte_origin.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/transfer.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <QMenu>
#include <QToolTip>

namespace ipclab {

namespace {

struct Arrival { // of a signal, whatever came of it
    int signal = 0;
    SignalOrigin origin;
};

std::optional<Arrival> arrivalIn(const EventBody& body)
{
    if (const auto* const taken = std::get_if<SignalDelivered>(&body))
        return Arrival { taken->signal.value, taken->origin };
    if (const auto* const passed = std::get_if<SignalIgnored>(&body))
        return Arrival { passed->signal.value, passed->origin };
    return std::nullopt;
}

std::optional<EventIndex> whereItComes(const LogView& log, EventIndex event, const SignalSent& sent)
{
    for (EventIndex i = event + 1; i < log.size(); ++i) {
        if (log[i].pid != sent.to)
            continue;
        // SIGKILL comes nowhere but here; and who comes later has but the number, wait(2).
        if (const auto* const ended = std::get_if<ProcessExited>(&log[i].body))
            return ended->signal.value == sent.signal.value ? std::optional(i) : std::nullopt;
        if (const auto arrival = arrivalIn(log[i].body);
            arrival && arrival->signal == sent.signal.value)
            return i;
    }
    return std::nullopt;
}

std::optional<EventIndex> whereItWasSent(
    const LogView& log, EventIndex event, const Arrival& arrival)
{
    if (arrival.origin.from || arrival.origin.by)
        return std::nullopt; // none of the watched sent it
    for (EventIndex i = event; i > 0; --i) {
        const auto* const sent = std::get_if<SignalSent>(&log[i - 1].body);
        if (sent && sent->to == log[event].pid && sent->signal.value == arrival.signal)
            return i - 1;
    }
    return std::nullopt;
}

// Where a signal that is sent comes, and where one that comes was sent: the nearest.
std::optional<EventIndex> otherEndOfSignal(const LogView& log, EventIndex event)
{
    if (const auto* const sent = std::get_if<SignalSent>(&log[event].body))
        return whereItComes(log, event, *sent);
    const auto arrival = arrivalIn(log[event].body);
    return arrival ? whereItWasSent(log, event, *arrival) : std::nullopt;
}

} // namespace

EventIndex CallsPanel::lastEventOf(int row) const
{
    const CallRow call = m_model->callAt(row);
    return endOf(*m_context.cursor.wholeLog(), call).value_or(call.begin);
}

void CallsPanel::goTo(int row, bool itsEnd)
{
    const EventIndex event = itsEnd ? lastEventOf(row) : m_model->eventAt(row);
    m_context.cursor.goTo(event + 1);
}

void CallsPanel::chooseProcess()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    m_table->setFollowing(false); // or it would run away from under the hand
    const Pid pid = (*m_context.cursor.wholeLog())[m_model->eventAt(current.row())].pid;
    if (m_context.cursor.endWorld().process(pid))
        m_context.selection.choose(pid);
}

std::optional<EventIndex> CallsPanel::otherEndOf(EventIndex event) const
{
    const TimeCursor& cursor = m_context.cursor;
    const LogView all(*cursor.wholeLog(), cursor.end());
    const EventBody& body = all[event].body;
    if (std::holds_alternative<BytesRead>(body))
        return writeOf(all, cursor.endWorld(), event);
    if (std::holds_alternative<BytesWritten>(body))
        return readOf(all, cursor.endWorld(), event);
    return otherEndOfSignal(all, event);
}

void CallsPanel::goToOtherEnd()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return goToEvent({}, tr("Choose a row first: of a read, a write or a signal."));
    const EventIndex from = lastEventOf(current.row());
    const EventBody& body = (*m_context.cursor.wholeLog())[from].body;
    const QString unknown = std::holds_alternative<BytesRead>(body)
        ? tr("Which write sent these bytes is not known.")
        : std::holds_alternative<BytesWritten>(body)
        ? tr("Nobody has been seen to read these bytes.")
        : std::holds_alternative<SignalSent>(body) ? tr("The signal has not come yet.")
                                                   : tr("Its other end is not known.");
    goToEvent(otherEndOf(from), unknown);
}

void CallsPanel::goToCallOf(EventIndex event)
{
    goToEvent(event, {});
}

void CallsPanel::goToEvent(std::optional<EventIndex> event, const QString& orSay)
{
    if (!event) {
        QToolTip::showText(m_table->viewport()->mapToGlobal(
                               m_table->visualRect(m_table->currentIndex()).bottomLeft()),
            orSay, m_table);
        emit said(orSay);
        return;
    }
    m_going = event;
    m_context.cursor.goTo(*event + 1);
    choose();
}

// When the rows have come as far.
void CallsPanel::choose()
{
    const std::optional<int> row = m_going ? m_model->rowOf(*m_going) : std::nullopt;
    if (!row) {
        if (!m_going || m_model->looking())
            return;
        if (m_model->filter() == CallFilter())
            m_going.reset();
        else
            m_sentence->clear(); // the filter leaves it out
        return;
    }
    m_going.reset();
    m_table->setFollowing(false);
    m_table->choose(*row);
    m_table->setFocus();
}

// It is said while the call lasts, or while its thread stands before it.
const LineKnown* CallsPanel::lineOf(int row) const
{
    constexpr EventIndex kMost = 20'000; // events looked at
    const EventLog& log = *m_context.cursor.wholeLog();
    const CallRow call = m_model->callAt(row);
    const Tid tid = log[call.begin].tid;
    const EventIndex all = m_context.cursor.end();
    for (EventIndex i = call.begin; i > 0 && call.begin - i < kMost; --i) {
        const Event& before = log[i - 1];
        if (before.tid != tid || std::holds_alternative<ThreadReleased>(before.body))
            continue;
        if (const auto* const known = std::get_if<LineKnown>(&before.body))
            return known;
        break;
    }
    if (!mayWait(log[call.begin].body))
        return nullptr;
    const EventIndex end = std::min(endOf(log, call).value_or(all), call.begin + kMost);
    for (EventIndex i = call.begin + 1; i < std::min(end, all); ++i) {
        const auto* const known = std::get_if<LineKnown>(&log[i].body);
        if (known && log[i].tid == tid)
            return known;
    }
    return nullptr;
}

void CallsPanel::goToCode()
{
    const QModelIndex current = m_table->currentIndex();
    const LineKnown* const line = current.isValid() ? lineOf(current.row()) : nullptr;
    if (line)
        return emit codeWanted(text(line->file), static_cast<int>(line->line));
    goToEvent({},
        current.isValid() ? tr("The line is known of calls that waited for a while or were held.")
                          : tr("Choose a row first."));
}

void CallsPanel::addWays(QMenu& menu, int row)
{
    const EventIndex first = m_model->eventAt(row); // the run goes on, and rows change places
    const EventIndex last = lastEventOf(row);
    connect(menu.addAction(tr("Go to this moment") + QLatin1Char('\t') + tr("Enter")),
        &QAction::triggered, this, [this, first] { m_context.cursor.goTo(first + 1); });
    QAction* const toEnd
        = menu.addAction(tr("Go to when it returned") + QLatin1Char('\t') + tr("Shift+Enter"));
    toEnd->setEnabled(last != first);
    connect(toEnd, &QAction::triggered, this, [this, last] { m_context.cursor.goTo(last + 1); });
    const EventBody& body = (*m_context.cursor.wholeLog())[last].body;
    const bool signal = std::holds_alternative<SignalSent>(body);
    const bool comes = std::holds_alternative<SignalDelivered>(body)
        || std::holds_alternative<SignalIgnored>(body);
    QAction* const other = menu.addAction(
        (std::holds_alternative<BytesWritten>(body)       ? tr("To the read that took these bytes")
                : std::holds_alternative<BytesRead>(body) ? tr("To the write that sent these bytes")
                : signal                                  ? tr("To where the signal comes")
                : comes                                   ? tr("To where the signal was sent")
                                                          : tr("To its other end"))
        + QStringLiteral("\tF6"));
    other->setEnabled(transferIn(body) || signal || comes);
    connect(other, &QAction::triggered, this, &CallsPanel::goToOtherEnd);
    QAction* const code = menu.addAction(tr("To its line in the code") + QStringLiteral("\tF4"));
    code->setEnabled(lineOf(row) != nullptr);
    connect(code, &QAction::triggered, this, &CallsPanel::goToCode);
}

void CallsPanel::showMenu(const QPoint& place)
{
    const QModelIndex at = m_table->indexAt(place);
    const QModelIndex row = at.isValid() ? at : m_table->currentIndex();
    if (!row.isValid())
        return;
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("ways"));
    addWays(*menu, row.row());
    menu->addSeparator();
    const CallRow call = m_model->callAt(row.row());
    const ChannelId channel = channelOf(*m_context.cursor.wholeLog(), call);
    if (channel) {
        const QString name = channelLabel(m_context.cursor.endWorld(), channel);
        connect(menu->addAction(tr("Choose %1").arg(name)), &QAction::triggered, this,
            [this, channel] { m_context.selection.choose(channel); });
        connect(menu->addAction(tr("Show only what is on %1").arg(name)), &QAction::triggered, this,
            [this, channel] { m_sentence->showOnly(channel); });
    }
    connect(menu->addAction(tr("Show all calls of everyone")), &QAction::triggered, m_sentence,
        &FilterSentence::clear);
    menu->addSeparator();
    connect(menu->addAction(tr("Copy the rows") + QStringLiteral("\tCtrl+C")), &QAction::triggered,
        this, [this] { m_table->copySelection(); });
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

} // namespace ipclab
