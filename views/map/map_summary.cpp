// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_facts.h"

#include "views/common/wording_family.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace ipclab {

bool hasBytesAt(const World& world, const MapCard& card, Place place)
{
    return std::ranges::any_of(card.pids, [&](Pid pid) {
        const Process* const process = world.process(pid);
        if (!process || !process->alive())
            return false;
        if (place == Place::Read)
            return std::ranges::any_of(process->descriptors, [&](const auto& entry) {
                const Channel* const channel = world.channel(entry.second.channel);
                return channel && channel->carriesBytes()
                    && std::ranges::any_of(std::array { End::First, End::Second }, [&](End queue) {
                           return channel->queueAt(queue).read > 0
                               && readsFrom(*channel, entry.second, queue);
                       });
            });
        return std::ranges::any_of(process->streams, [place](const Stream& stream) {
            return (place == Place::Writer && stream.pending > 0)
                || (place == Place::Reader && stream.unread > 0);
        });
    });
}

bool hasBytesAt(const World& world, const MapTube& tube, Place place)
{
    const Channel* const channel = world.channel(tube.channel);
    return channel && place == Place::Kernel
        && std::ranges::any_of(channel->queues, [](const Queue& queue) { return queue.bytes > 0; });
}

QString mapSummary(const World& world, const MapGraph& graph)
{
    QStringList lines;
    for (const MapCard& card : graph.cards) {
        const Process* const process = world.process(card.pids.front());
        const CardFacts facts = cardFacts(world, card, {});
        QStringList parts { (facts.name + QLatin1Char(' ') + facts.pid).trimmed() };
        const std::optional<Wait> wait = process ? waitOf(world, *process) : std::nullopt;
        parts += wait ? MapWords::tr("waiting in %1").arg(callText(wait->call, wait->fd))
                      : facts.state;
        if (!facts.threads.isEmpty())
            parts += facts.threads;
        if (process
            && std::ranges::find(graph.families, card.node, &MapFamily::child)
                != graph.families.end())
            parts += parentWords(world, *process);
        for (const Bucket& bucket : facts.buckets)
            parts += bucket.text;
        if (facts.mark == StateMark::Deadlock)
            parts += MapWords::tr("in a deadlock");
        lines += parts.join(QStringLiteral(", "));
    }
    for (const MapTube& tube : graph.tubes) {
        const TubeFacts facts = tubeFacts(world, tube);
        QStringList parts { facts.name };
        for (const TubeFacts::Flow& flow : facts.flows)
            parts += QString(flow.to + QLatin1Char(' ') + flow.text).trimmed();
        parts += facts.notes[0];
        parts += facts.notes[1];
        parts.removeAll(QString());
        lines += parts.join(QStringLiteral(", "));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace ipclab
