// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_result.h"

#include "ipc-core/events/call_kinds.h"
#include "views/calls/call_filter.h"
#include "views/common/event_line.h"
#include "views/common/numbers.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <QCoreApplication>

namespace ipclab {

namespace {

struct ResultTr {
    Q_DECLARE_TR_FUNCTIONS(ipclab::Calls)
};

CallResult written(const BytesMoved& moved)
{
    const QString count = moved.count < moved.requested
        ? ResultTr::tr("%1 of %2").arg(bytesText(moved.count), bytesText(moved.requested))
        : bytesText(moved.count);
    if (moved.lost)
        return { QStringLiteral("✗ ") + ResultTr::tr("%1, and lost").arg(count), CallTone::Failed };
    return { QStringLiteral("→ ") + count, CallTone::Written };
}

CallResult read(const World& world, const BytesMoved& moved)
{
    const bool askedForNothing = moved.requested == 0 && moved.count + moved.dropped == 0
        && emptyMessageText(world, moved).isEmpty();
    return { QStringLiteral("← ") + (askedForNothing ? bytesText(0) : readText(world, moved)),
        CallTone::Read };
}

QString processText(const World& world, std::int64_t pid)
{
    return processWithPid(world, Pid { static_cast<std::int32_t>(pid) });
}

CallResult returned(const World& world, const CallReturned& body)
{
    if (body.error.value != 0)
        return { QStringLiteral("✗ ") + errorWords(world, body), CallTone::Failed };
    if (!body.result)
        return {};
    const std::int64_t result = *body.result;
    const bool givesProcess
        = body.call == Call::Wait4 || (body.call >= Call::Fork && body.call <= Call::Clone3);
    if (givesProcess && result > 0)
        return { QStringLiteral("= ") + processText(world, result), CallTone::Plain };
    if (isPoll(body.call))
        return { QStringLiteral("= ")
                + (result > 0 ? ResultTr::tr("%1 ready").arg(result)
                              : ResultTr::tr("none is ready")),
            CallTone::Plain };
    return { QStringLiteral("= %1").arg(result), CallTone::Plain };
}

CallResult opened(
    const EventLog& log, const World& world, CallRow row, const DescriptorOpened& body)
{
    QString fds = QString::number(body.fd);
    const bool pair = !mayWait(log[row.begin].body);
    if (const std::optional<EventIndex> second = endOf(log, row); pair && second) {
        if (const auto* const other = std::get_if<DescriptorOpened>(&log[*second].body))
            fds = ResultTr::tr("%1 and %2").arg(fds).arg(other->fd);
    }
    const QString channel = channelLabel(world, body.channel);
    return { QStringLiteral("= ") + QStringLiteral("%1: %2").arg(fds, channel), CallTone::Plain };
}

// Of who began the call; what is no call has no result.
CallTone toneOf(const EventBody& begin)
{
    if (std::holds_alternative<UserAction>(begin))
        return CallTone::Person;
    switch (sortOf(begin)) {
    case CallSort::Signal:
        return CallTone::Signal;
    case CallSort::Process:
        return CallTone::Life;
    default:
        return CallTone::Plain;
    }
}

CallResult resultIn(const EventLog& log, const World& world, CallRow row, const EventBody& last)
{
    if (const auto* const one = std::get_if<BytesWritten>(&last))
        return written(*one);
    if (const auto* const one = std::get_if<BytesRead>(&last))
        return read(world, *one);
    if (const auto* const one = std::get_if<CallReturned>(&last))
        return returned(world, *one);
    if (const auto* const one = std::get_if<SocketConnected>(&last))
        return { QStringLiteral("= ") + ResultTr::tr("connected to %1").arg(text(one->remote)),
            CallTone::Plain };
    if (const auto* const one = std::get_if<SocketAccepted>(&last))
        return { QStringLiteral("= ")
                + ResultTr::tr("descriptor %1, from %2")
                      .arg(QString::number(one->fd), text(one->remote)),
            CallTone::Plain };
    if (const auto* const one = std::get_if<DescriptorOpened>(&last))
        return opened(log, world, row, *one);
    return { {}, toneOf(last) };
}

} // namespace

bool isWrite(Call call)
{
    return (call >= Call::Write && call <= Call::Sendmmsg) || call == Call::Vmsplice
        || call == Call::Msgsnd || call == Call::MqTimedsend;
}

CallResult resultOf(const EventLog& log, const World& world, CallRow row)
{
    const EventBody& begin = log[row.begin].body;
    const std::optional<EventIndex> end = endOf(log, row);
    if (!end)
        return resultIn(log, world, row, begin);
    if (!mayWait(begin)) // a pair of descriptors
        return opened(log, world, row, std::get<DescriptorOpened>(begin));
    const EventBody& last = log[*end].body;
    if (std::holds_alternative<ProcessExited>(last) || std::holds_alternative<ThreadExited>(last))
        return { ResultTr::tr("it ended while it waited"), CallTone::Life };
    if (mayWait(last))
        return { ResultTr::tr("how it ended was not seen"), CallTone::Plain };
    return resultIn(log, world, row, last);
}

} // namespace ipclab
