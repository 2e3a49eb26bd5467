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
#include "views/common/wording_tr.h"
#include "views/traffic/byte_streams.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

constexpr qsizetype kMostInCell = 400; // characters; more never fits, the whole is in the pane
constexpr std::size_t kHexInCell = 16; // bytes
constexpr std::size_t kHexBesideText = 4;

struct TrafficWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::TrafficWords)
};

// What there is to say of a transfer.
enum class Remark : std::uint8_t {
    Joins,
    JoinsParts,
    PartOfWrite,
    InParts,
    Together,
    Unread,
    PartUnread,
    Lost,
    AskedFor,
    NotKept
};
constexpr std::array kRemarks {
    QT_TRANSLATE_NOOP("ipclab::TrafficWords", "joins %1 writes"),
    QT_TRANSLATE_NOOP("ipclab::TrafficWords", "joins parts of %1 writes"),
    QT_TRANSLATE_NOOP("ipclab::TrafficWords", "part %1 of a write of %2"),
    QT_TRANSLATE_NOOP("ipclab::TrafficWords", "read in %1 parts"),
    QT_TRANSLATE_NOOP("ipclab::TrafficWords", "read together with other writes"),
    QT_TRANSLATE_NOOP("ipclab::TrafficWords", "unread"),
    QT_TRANSLATE_NOOP("ipclab::TrafficWords", "%1 unread"),
    QT_TRANSLATE_NOOP("ipclab::TrafficWords", "lost: no room for it, or nobody there"),
    QT_TRANSLATE_NOOP("ipclab::TrafficWords", "%1 asked for"),
    QT_TRANSLATE_NOOP("ipclab::TrafficWords", "%1 more not kept"),
};

QString words(Remark remark)
{
    return TrafficWords::tr(kRemarks.at(static_cast<std::size_t>(remark)));
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

// Where one read took bytes of several writes, or one write went in several reads.
QString readJointWords(const ByteStreams::Joint& joint, const RowSources& from)
{
    if (joint.others > 1)
        return words(joint.whole ? Remark::Joins : Remark::JoinsParts).arg(countText(joint.others));
    if (joint.others == 0 || joint.whole)
        return {};
    return words(Remark::PartOfWrite)
        .arg(countText(joint.number), bytesText(transferIn(from.log[joint.first].body)->count));
}

QStringList writtenJointWords(const ByteStreams::Joint& joint, std::uint64_t count)
{
    QStringList all;
    if (joint.others > 1)
        all += words(Remark::InParts).arg(countText(joint.others));
    else if (joint.others == 1 && !joint.whole && joint.bytes == count)
        all += words(Remark::Together);
    if (joint.bytes < count)
        all += joint.bytes == 0 ? words(Remark::Unread)
                                : words(Remark::PartUnread).arg(bytesText(count - joint.bytes));
    return all;
}

QString transferWords(const TrafficRow& row, const BytesMoved& moved, const RowSources& from)
{
    QStringList all;
    if (row.kind == TrafficKind::Lost)
        all += words(Remark::Lost);
    if (row.kind != TrafficKind::Read && moved.count < moved.requested)
        all += words(Remark::AskedFor).arg(bytesText(moved.requested));
    if (const auto joint = from.streams.joint(from.log, from.world, row.index))
        all += row.kind == TrafficKind::Read ? QStringList { readJointWords(*joint, from) }
                                             : writtenJointWords(*joint, moved.count);
    if (moved.cut > 0)
        all += words(Remark::NotKept).arg(bytesText(moved.cut));
    all.removeAll(QString());
    return all.join(QStringLiteral(" · "));
}

// It came with its descriptor, and not by a call: inherited, or of who was attached to.
bool wasOpenBefore(const TrafficRow& row, const RowSources& from)
{
    const EventIndex next = EventIndex { row.index } + 1;
    if (!std::get<ChannelCreated>(from.log[row.index].body).outside || next >= from.log.size())
        return false;
    const auto* const opened = std::get_if<DescriptorOpened>(&from.log[next].body);
    return opened && opened->channel == row.channel && opened->call == Call::Unknown;
}

} // namespace

QString timeWords(const Event& event)
{
    return sinceStartText(event.at);
}

QString channelWords(const TrafficRow& row, const World& world)
{
    return row.channel ? channelLabel(world, row.channel) : QString();
}

QString bytesWords(std::string_view bytes, BytesShown shown)
{
    if (shown == BytesShown::Text)
        return visibleText(bytes, kMostInCell);
    if (bytes.empty())
        return {};
    if (shown == BytesShown::Both)
        return hexColumn(bytes.substr(0, kHexBesideText), kHexBesideText)
            + (bytes.size() > kHexBesideText ? QStringLiteral(" …  ") : QStringLiteral("    "))
            + visibleText(bytes, kMostInCell);
    const std::string_view first = bytes.substr(0, kHexInCell);
    return QStringLiteral("0000  %1  %2%3")
        .arg(hexColumn(first, kHexInCell), asciiColumn(first),
            bytes.size() > kHexInCell ? QStringLiteral(" …") : QString());
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

QString remarkWords(const TrafficRow& row, const RowSources& from)
{
    const Event& event = from.log[row.index];
    switch (row.kind) {
    case TrafficKind::EndOfFile: {
        const QString message = emptyMessageText(from.world, *transferIn(event.body));
        return message.isEmpty() ? TrafficWords::tr("end of file: no writer is left") : message;
    }
    case TrafficKind::Kept:
        return TrafficWords::tr("kept in the process, no system call made");
    case TrafficKind::Created: {
        const std::string_view name = std::get<ChannelCreated>(event.body).name;
        return (wasOpenBefore(row, from) ? TrafficWords::tr("%1 was open already")
                                         : TrafficWords::tr("%1 made"))
            .arg(name.empty() // as a socket's
                    ? channelLabel(from.world, row.channel)
                    : visibleText(name));
    }
    case TrafficKind::Failed: {
        const auto* failed = std::get_if<CallReturned>(&event.body);
        return failed ? failureWords(from.world, *failed) : QString();
    }
    case TrafficKind::Person:
        return didWords(from.world, std::get<UserAction>(event.body));
    case TrafficKind::Signal:
    case TrafficKind::Life:
        return toldWords(row, event, from.world);
    case TrafficKind::Written:
    case TrafficKind::Lost:
    case TrafficKind::Read:
        break;
    }
    const BytesMoved* body = transferIn(event.body);
    return body ? transferWords(row, *body, from) : QString();
}

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
    case TrafficKind::Lost:
        return QStringLiteral("✗ ") + bytesText(countOf(row, event));
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

QStringList sizeUnits()
{
    return { bytesText(1), bytesText(100'000'000), bytesText(100'000'000'000) };
}

QStringList transferRemarkParts()
{
    QStringList parts = sizeUnits();
    for (const char* const remark : kRemarks)
        parts += TrafficWords::tr(remark);
    return parts;
}

RowWords wordsOf(const TrafficRow& row, const RowSources& from, BytesShown shown)
{
    const Event& event = from.log[row.index];
    RowWords words;
    words.time = timeWords(event);
    words.process = processLabel(from.world, event.pid);
    words.call = callWords(event);
    words.channel = channelWords(row, from.world);
    words.size = sizeWords(row, event);
    words.bytes = bytesWords(bytesOf(row, event), shown);
    words.remark = remarkWords(row, from);
    return words;
}

} // namespace ipclab
