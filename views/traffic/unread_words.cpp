// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/unread_words.h"

#include "views/common/look.h"
#include "views/common/numbers.h"
#include "views/common/wording.h"
#include "views/traffic/byte_streams.h"
#include "views/traffic/byte_whereabouts.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace ipclab {

namespace {

constexpr std::size_t kMostUnread = 3;
constexpr std::size_t kMostReaders = 2;

struct UnreadTr {
    Q_DECLARE_TR_FUNCTIONS(ipclab::UnreadTr)
};

using Naming = std::function<QString(Pid)>;

// Who was seen to do it first and last; or who could.
std::vector<Pid> movers(const ByteStreams::Way& way, bool written, const RowSources& from)
{
    std::vector<Pid> pids;
    const auto add = [&](Pid pid) {
        if (std::ranges::find(pids, pid) == pids.end())
            pids.push_back(pid);
    };
    for (const EventIndex event : from.streams.firstAndLast(way, written, from.log.size()))
        add(from.log[event].pid);
    if (!pids.empty())
        return pids;
    for (const Holder& holder : written ? from.world.writers(way.channel, way.queue)
                                        : from.world.readers(way.channel, way.queue))
        add(holder.pid);
    return pids;
}

QString named(const Channel& channel, const std::vector<Pid>& pids, const Naming& name)
{
    if (pids.empty())
        return channel.outside ? UnreadTr::tr("not watched") : UnreadTr::tr("nobody");
    QStringList names;
    for (std::size_t i = 0; i < std::min(pids.size(), kMostReaders); ++i)
        names += name(pids[i]);
    if (pids.size() > kMostReaders)
        names += QStringLiteral("…");
    return names.join(QStringLiteral(", "));
}

QString between(const Channel& channel, End queue, const RowSources& from, const Naming& name)
{
    const ByteStreams::Way way { channel.id, queue };
    return named(channel, movers(way, true, from), name) + QStringLiteral(" → ")
        + named(channel, movers(way, false, from), name);
}

bool hasQueue(const Channel& channel)
{
    switch (channel.kind) {
    case ChannelKind::Pipe:
    case ChannelKind::Fifo:
    case ChannelKind::Pty:
    case ChannelKind::Unix:
    case ChannelKind::Tcp:
    case ChannelKind::Udp:
        return !channel.backlog;
    default:
        return false;
    }
}

QString levelWords(const Queue& queue)
{
    if (queue.bytes == 0)
        return UnreadTr::tr("nothing unread");
    return queue.capacity
        ? UnreadTr::tr("%1 of %2 unread").arg(bytesText(queue.bytes), bytesText(*queue.capacity))
        : UnreadTr::tr("%1 unread").arg(bytesText(queue.bytes));
}

QString lostWords(const ByteStreams::Lost& lost)
{
    return QStringLiteral("✗ ")
        + (lost.writes == 1 ? UnreadTr::tr("lost: %1").arg(bytesText(lost.bytes))
                            : UnreadTr::tr("lost: %1 of %2 writes")
                                  .arg(bytesText(lost.bytes), countText(lost.writes)));
}

// "▲ writer.py → ● reader.py": who fills that queue, and who empties it. Rich text.
QString wayWords(const Channel& channel, End queue, const RowSources& from,
    const ProcessSigns& signs, const Look& look)
{
    return between(
        channel, queue, from, [&](Pid pid) { return signedName(from.world, pid, signs, look); });
}

} // namespace

QString wayText(const Channel& channel, End queue, const RowSources& from)
{
    return between(channel, queue, from, [&](Pid pid) { return processName(from.world, pid); });
}

QString unreadInAll(const RowSources& from)
{
    std::vector<std::pair<std::uint64_t, ChannelId>> unread;
    ByteStreams::Lost lost;
    for (const auto& [id, channel] : from.world.channels) {
        const ByteStreams::Lost here = from.streams.lostBefore(id, from.log.size());
        lost = { lost.writes + here.writes, lost.bytes + here.bytes };
        const std::uint64_t bytes = channel.queues[0].bytes + channel.queues[1].bytes;
        if (hasQueue(channel) && bytes > 0)
            unread.emplace_back(bytes, id);
    }
    std::ranges::stable_sort(
        unread, std::ranges::greater {}, [](const auto& one) { return one.first; });
    QStringList words;
    for (std::size_t i = 0; i < std::min(unread.size(), kMostUnread); ++i)
        words += UnreadTr::tr("%1 in %2")
                     .arg(bytesText(unread[i].first), channelLabel(from.world, unread[i].second));
    if (unread.size() > kMostUnread)
        words += UnreadTr::tr("%1 more").arg(countText(unread.size() - kMostUnread));
    QStringList parts;
    if (!words.isEmpty())
        parts += UnreadTr::tr("Unread now: %1").arg(words.join(QStringLiteral(" · ")));
    if (lost.writes > 0)
        parts += lostWords(lost);
    return parts.join(QStringLiteral(" · "));
}

QString unreadIn(ChannelId id, const RowSources& from, const ProcessSigns& signs, const Look& look)
{
    const Channel* const channel = from.world.channel(id);
    if (!channel)
        return {};
    QStringList words;
    for (const End queue : { End::First, End::Second }) {
        if (hasQueue(*channel) && (queue == End::First || channel->twoWay()))
            words += QStringLiteral("%1: %2").arg(
                wayWords(*channel, queue, from, signs, look), levelWords(channel->queueAt(queue)));
    }
    if (const auto lost = from.streams.lostBefore(id, from.log.size()); lost.writes > 0)
        words += QStringLiteral("<span style=\"color: %1\">%2</span>")
                     .arg(look.colour(Ink::Deadlock).name(), lostWords(lost));
    return words.join(QStringLiteral(" · "));
}

} // namespace ipclab
