// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_self.h"

#include "views/common/numbers.h"
#include "views/common/plain_tip.h"

#include <QStringList>

#include <array>
#include <map>

namespace ipclab {

namespace {

struct OwnEnd {
    bool reads = false;
    bool writes = false;
    quint64 came = 0;
    quint64 unread = 0;
    quint64 typed = 0;
};

// What it types goes into queues that nobody else writes into, but of a pipe that others share.
std::map<ChannelId, OwnEnd> endsOf(
    const World& world, const Process& self, const PassedBytes& before)
{
    std::map<ChannelId, OwnEnd> ends;
    for (const auto& [fd, descriptor] : self.descriptors) {
        const Channel* const channel = world.channel(descriptor.channel);
        if (!channel || !channel->carriesBytes() || isNull(*channel))
            continue;
        OwnEnd& end = ends[channel->id];
        for (const End queue : { End::First, End::Second }) {
            const PassedBytes::Totals passed = before.since(*channel, queue);
            if (!end.reads && readsFrom(*channel, descriptor, queue)) {
                end.reads = true;
                end.came = passed.read;
                end.unread = channel->queueAt(queue).bytes;
            }
            if (!end.writes && writesInto(*channel, descriptor, queue)) {
                end.writes = true;
                end.typed = passed.written;
            }
        }
    }
    return ends;
}

QString endText(const World& world, ChannelId id, const OwnEnd& end)
{
    QStringList parts;
    if (end.reads) {
        parts += MapWords::tr("%1 came").arg(bytesText(end.came));
        parts += end.unread == 0 ? MapWords::tr("nothing waits to be read")
                                 : MapWords::tr("%1 not read yet").arg(bytesText(end.unread));
    }
    if (end.writes)
        parts += MapWords::tr("%1 typed").arg(bytesText(end.typed));
    return MapWords::tr("%1: %2").arg(channelLabel(world, id), parts.join(QStringLiteral(" · ")));
}

} // namespace

void addSelfFacts(
    const World& world, const Process& self, const PassedBytes& before, CardFacts& facts)
{
    constexpr qsizetype kMost = 12;
    const std::map<ChannelId, OwnEnd> ends = endsOf(world, self, before);
    QStringList lines {
        MapWords::tr("IPC Lab, process %1: the other end of these is yours").arg(self.pid.value)
    };
    OwnEnd all;
    for (const auto& [id, end] : ends) {
        all.reads = all.reads || end.reads;
        all.writes = all.writes || end.writes;
        all.came += end.came;
        all.typed += end.typed;
        if (lines.size() <= kMost)
            lines += endText(world, id, end);
        else if (lines.size() == kMost + 1)
            lines += QStringLiteral("…");
    }
    if (all.reads) // as many lines with no bytes as with some: the card keeps its size
        facts.ends += MapWords::tr("%1 came").arg(bytesText(all.came));
    if (all.writes)
        facts.ends += MapWords::tr("%1 typed").arg(bytesText(all.typed));
    facts.endsTold = lines.mid(1).join(QStringLiteral("; "));
    facts.tip = tipOfLines(lines);
}

} // namespace ipclab
