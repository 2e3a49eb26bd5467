// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/lab_wording.h"

#include "ipc-core/base/signal_name.h"
#include "views/common/visible_bytes.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <QStringList>

#include <limits>

namespace ipclab {

namespace {

QString streamName(const StreamRef& of)
{
    return of.stream.empty() ? text(of.process)
                             : text(of.process) + QLatin1Char('.') + text(of.stream);
}

// "5", "at least 5", "at most 5", "5 to 9"
QString amount(const Range& range)
{
    if (range.least == range.most)
        return QString::number(range.least);
    if (range.most == std::numeric_limits<std::uint64_t>::max())
        return Wording::tr("at least %1").arg(range.least);
    if (range.least == 0)
        return Wording::tr("at most %1").arg(range.most);
    return Wording::tr("%1 to %2").arg(range.least).arg(range.most);
}

QString joined(const std::vector<std::string>& names)
{
    QStringList list;
    for (const std::string& name : names)
        list += text(name);
    return list.join(QStringLiteral(", "));
}

QString valueText(const FieldWanted::Value& value)
{
    if (const auto* words = std::get_if<std::string>(&value))
        return text(*words);
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return QString::number(*number);
    return std::get<bool>(value) ? QStringLiteral("true") : QStringLiteral("false");
}

// "bytes_read by reader (call: read, recv)"; fields as a session file names them.
QString eventWords(const EventWanted& wanted)
{
    QString what = text(wanted.event);
    if (wanted.count)
        what = Wording::tr("%1 of %2 bytes").arg(what, QString::number(*wanted.count));
    if (wanted.signal != 0)
        what += QLatin1Char(' ') + text(signalName(wanted.signal));
    if (!wanted.of.process.empty())
        what = Wording::tr("%1 by %2", "an event; a process").arg(what, streamName(wanted.of));
    for (const FieldWanted& field : wanted.fields) {
        QStringList values;
        for (const FieldWanted::Value& value : field.values)
            values += valueText(value);
        what
            += QStringLiteral(" (%1: %2)").arg(text(field.name), values.join(QStringLiteral(", ")));
    }
    return what;
}

QString signalStateWords(SignalState state)
{
    switch (state) {
    case SignalState::Pending:
        return Wording::tr("%1 is pending for %2", "a signal; a process");
    case SignalState::Blocked:
        return Wording::tr("%1 is blocked by %2", "a signal; a process");
    case SignalState::Ignored:
        return Wording::tr("%1 is ignored by %2", "a signal; a process");
    case SignalState::Handled:
        return Wording::tr("%1 has a handler in %2", "a signal; a process");
    case SignalState::Default:
        break;
    }
    return Wording::tr("%1 has its default action in %2", "a signal; a process");
}

// Each fact of a lab as a clause.
struct FactWords {
    QString operator()(const PendingIs& fact) const
    {
        return Wording::tr("%1 keeps %2 bytes in its own buffer")
            .arg(streamName(fact.of), amount(fact.bytes));
    }
    QString operator()(const UnreadIs& fact) const
    {
        return Wording::tr("%1 has %2 bytes in its own buffer, not yet taken")
            .arg(streamName(fact.of), amount(fact.bytes));
    }
    QString operator()(const LevelIs& fact) const
    {
        return Wording::tr("%2 bytes of %1 are in the kernel")
            .arg(streamName(fact.of), amount(fact.bytes));
    }
    QString operator()(const RoomIs& fact) const
    {
        return Wording::tr("there is room for %2 bytes more in the kernel for %1")
            .arg(streamName(fact.of), amount(fact.bytes));
    }
    QString operator()(const ModeIs& fact) const
    {
        return Wording::tr("%1 is buffered: %2").arg(streamName(fact.of), text(name(fact.mode)));
    }
    QString operator()(const WiredTo& fact) const
    {
        return Wording::tr("%1 is a %2").arg(streamName(fact.of), channelKindName(fact.kind));
    }
    QString operator()(const FindingHolds& fact) const
    {
        const QString kind = findingTitle(Finding { fact.kind, {}, {}, 0 });
        return fact.of.empty() ? kind : kind + QStringLiteral(": ") + joined(fact.of);
    }
    QString operator()(const IsRunning& fact) const
    {
        return Wording::tr("%1 has not ended").arg(text(fact.process));
    }
    QString operator()(const IsWaiting& fact) const
    {
        return fact.call
            ? Wording::tr("%1 waits in %2").arg(text(fact.process), text(name(*fact.call)))
            : Wording::tr("%1 waits").arg(text(fact.process));
    }
    QString operator()(const IsStopped& fact) const
    {
        return Wording::tr("%1 is stopped").arg(text(fact.process));
    }
    QString operator()(const IsZombie& fact) const
    {
        return Wording::tr("%1 is a zombie").arg(text(fact.process));
    }
    QString operator()(const IsHeld& fact) const
    {
        if (!fact.mark.empty())
            return Wording::tr("%1 is held at its mark “%2”")
                .arg(text(fact.process), visibleText(fact.mark));
        QStringList calls;
        for (const Call call : fact.before)
            calls += text(name(call));
        return calls.isEmpty() ? Wording::tr("%1 is held").arg(text(fact.process))
                               : Wording::tr("%1 is held before %2")
                                     .arg(text(fact.process), calls.join(QStringLiteral(", ")));
    }
    QString operator()(const SwitchIs& fact) const
    {
        return QStringLiteral("--%1=%2").arg(text(fact.name), text(fact.value));
    }
    QString operator()(const HasArrived& fact) const
    {
        return fact.text.empty()
            ? Wording::tr("%2 bytes of %1 have arrived")
                  .arg(streamName(fact.of), amount(fact.bytes))
            : Wording::tr("“%2” of %1 has arrived").arg(streamName(fact.of), text(fact.text));
    }
    QString operator()(const HasExited& fact) const
    {
        if (fact.signal != 0)
            return Wording::tr("%1 was killed by %2")
                .arg(text(fact.process), text(signalName(fact.signal)));
        return fact.code ? Wording::tr("%1 has ended with %2")
                               .arg(text(fact.process), QString::number(*fact.code))
                         : Wording::tr("%1 has ended").arg(text(fact.process));
    }
    QString operator()(const CountIs& fact) const
    {
        const QString number = amount(fact.number);
        switch (fact.what) {
        case Counted::Processes:
            return Wording::tr("processes of %1 that live: %2").arg(text(fact.process), number);
        case Counted::Children:
            return Wording::tr("children of %1 that live: %2").arg(text(fact.process), number);
        case Counted::Threads:
            break;
        }
        return Wording::tr("threads of %1: %2").arg(text(fact.process), number);
    }
    QString operator()(const IsOpen& fact) const
    {
        return Wording::tr("%1 is open").arg(streamName(fact.of));
    }
    QString operator()(const HoldsEnd& fact) const
    {
        return (fact.writes ? Wording::tr("%1 holds the write end of %2")
                            : Wording::tr("%1 holds the read end of %2"))
            .arg(text(fact.process), streamName(fact.of));
    }
    QString operator()(const HoldersAre& fact) const
    {
        return (fact.writes ? Wording::tr("processes that hold the write end of %1: %2")
                            : Wording::tr("processes that hold the read end of %1: %2"))
            .arg(streamName(fact.of), amount(fact.number));
    }
    QString operator()(const SignalIs& fact) const
    {
        return signalStateWords(fact.state).arg(text(signalName(fact.signal)), text(fact.process));
    }
    QString operator()(const WasSeen& fact) const
    {
        return Wording::tr("%1, %2 times", "an event; how often")
            .arg(eventWords(fact.wanted), amount(fact.times));
    }
    QString operator()(const InOrder& fact) const
    {
        QStringList events;
        for (const EventWanted& wanted : fact.wanted)
            events += eventWords(wanted);
        return Wording::tr("in this order: %1").arg(events.join(QStringLiteral(" → ")));
    }
};

} // namespace

QString conditionSentence(const Condition& condition)
{
    QString words = std::visit(FactWords {}, condition.fact);
    if (condition.once)
        words = Wording::tr("at some moment: %1").arg(words);
    if (condition.negated)
        words = Wording::tr("not so: %1").arg(words);
    return condition.lasting == 0 ? words
                                  : Wording::tr("for %1: %2", "a duration; what is so")
                                        .arg(durationText(condition.lasting), words);
}

} // namespace ipclab
