// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/traffic_row.h"

#include "ipc-core/base/signal_name.h"
#include "views/common/action_wording.h"
#include "views/common/event_line.h"
#include "views/common/numbers.h"
#include "views/common/transfer.h"
#include "views/common/visible_bytes.h"
#include "views/common/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace ipclab {

namespace {

constexpr qsizetype kMostInCell = 400; // characters; more never fits, the whole is in the pane
constexpr std::size_t kHexInCell = 16;

struct TrafficWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::TrafficWords)
};

QString processWords(const World& world, Pid pid)
{
    const Process* process = world.process(pid);
    return process ? processLabel(*process) : QString::number(pid.value);
}

QString callWords(const Event& event)
{
    if (const BytesMoved* body = transferIn(event.body))
        return callText(body->call, body->fd);
    if (const auto* failed = std::get_if<CallReturned>(&event.body))
        return callText(failed->call, failed->fd);
    if (const auto* level = std::get_if<StdioLevel>(&event.body))
        return QString::fromUtf8(
            level->stream.data(), static_cast<qsizetype>(level->stream.size()));
    return {};
}

QString bytesWords(std::string_view bytes, BytesShown shown)
{
    if (shown == BytesShown::Text)
        return visibleText(bytes, kMostInCell);
    if (bytes.empty())
        return {};
    const std::string_view first = bytes.substr(0, kHexInCell);
    return QStringLiteral("0000  %1  %2%3")
        .arg(hexColumn(first, kHexInCell), asciiColumn(first),
            bytes.size() > kHexInCell ? QStringLiteral(" …") : QString());
}

QString cutWords(std::uint64_t cut)
{
    return TrafficWords::tr("%1 more not kept").arg(bytesText(cut));
}

// As in a trace; but the World is a later one than a trace has.
QString toldWords(const TrafficRow& row, const Event& event, const World& world)
{
    const auto* const passed = std::get_if<SignalIgnored>(&event.body);
    if (!passed)
        return eventLine(world, event);
    const SignalAction action = row.ignored ? SignalAction::Ignore : SignalAction::Default;
    return TrafficWords::tr("gets %1: %2")
        .arg(QString::fromStdString(signalName(passed->signal.value)),
            noEffectWords(action, passed->signal.value));
}

QString remarkWords(const TrafficRow& row, const Event& event, const World& world)
{
    switch (row.kind) {
    case TrafficKind::EndOfFile:
        return TrafficWords::tr("end of file: no writer is left");
    case TrafficKind::Kept:
        return TrafficWords::tr("kept in the process, no system call made");
    case TrafficKind::Created: {
        const Channel* channel = world.channel(row.channel);
        return TrafficWords::tr("%1 made").arg(channel ? visibleText(channel->name) : QString());
    }
    case TrafficKind::Failed: {
        const auto* failed = std::get_if<CallReturned>(&event.body);
        return failed ? failureWords(*failed) : QString();
    }
    case TrafficKind::Person:
        return didWords(world, std::get<UserAction>(event.body));
    case TrafficKind::Signal:
    case TrafficKind::Life:
        return toldWords(row, event, world);
    case TrafficKind::Written:
    case TrafficKind::Read:
        break;
    }
    const BytesMoved* body = transferIn(event.body);
    if (!body)
        return {};
    if (row.kind == TrafficKind::Written && body->count < body->requested)
        return TrafficWords::tr("%1 asked for").arg(bytesText(body->requested));
    return body->cut > 0 ? cutWords(body->cut) : QString();
}

} // namespace

std::string_view bytesOf(const TrafficRow& row, const Event& event)
{
    if (const BytesMoved* body = transferIn(event.body))
        return body->bytes.kept;
    if (const auto* level = std::get_if<StdioLevel>(&event.body)) {
        const std::string_view all = level->bytes.kept;
        return all.substr(std::min<std::uint64_t>(row.skipped, all.size()));
    }
    return {};
}

std::uint64_t countOf(const TrafficRow& row, const Event& event)
{
    if (const BytesMoved* body = transferIn(event.body))
        return body->count;
    if (const auto* level = std::get_if<StdioLevel>(&event.body))
        return level->pending > row.skipped ? level->pending - row.skipped : 0;
    return 0;
}

QString sizeWords(const TrafficRow& row, const Event& event)
{
    // One sign a direction, so that colour does not speak alone.
    switch (row.kind) {
    case TrafficKind::Written:
        return QStringLiteral("→ ") + bytesText(countOf(row, event));
    case TrafficKind::Read:
    case TrafficKind::EndOfFile:
        return QStringLiteral("← ") + bytesText(countOf(row, event));
    case TrafficKind::Kept:
        return QStringLiteral("• ") + bytesText(countOf(row, event));
    case TrafficKind::Failed:
        return QStringLiteral("✗");
    case TrafficKind::Signal:
        return std::holds_alternative<SignalSent>(event.body) ? QStringLiteral("→")
            : std::holds_alternative<SignalDelivered>(event.body)
                || std::holds_alternative<SignalIgnored>(event.body)
            ? QStringLiteral("←")
            : QString();
    case TrafficKind::Created:
    case TrafficKind::Life:
    case TrafficKind::Person:
        break;
    }
    return {};
}

RowWords wordsOf(const TrafficRow& row, const Event& event, const World& world, BytesShown shown)
{
    RowWords words;
    words.time = sinceStartText(event.at);
    words.process = processWords(world, event.pid);
    words.call = callWords(event);
    words.channel = row.channel ? channelLabel(world, row.channel) : QString();
    words.size = sizeWords(row, event);
    words.bytes = bytesWords(bytesOf(row, event), shown);
    words.remark = remarkWords(row, event, world);
    return words;
}

} // namespace ipclab
