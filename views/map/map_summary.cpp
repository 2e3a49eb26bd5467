// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_facts.h"

#include "views/common/wording_family.h"
#include "views/common/wording_terminal.h"
#include "views/map/map_threads.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

bool isSocket(TubeShape shape)
{
    return shape == TubeShape::UnixStream || shape == TubeShape::UnixDatagrams
        || shape == TubeShape::InternetStream;
}

} // namespace

bool hasBytesAt(const World& world, const MapCard& card, Place place, const PassedBytes& before)
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
                           return before.since(*channel, queue).read > 0
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
    const auto holds = [&](ChannelId id) {
        const Channel* const channel = world.channel(id);
        return channel && std::ranges::any_of(channel->queues, [](const Queue& queue) {
            return queue.bytes > 0;
        });
    };
    return place == Place::Kernel
        && (holds(tube.channel) || std::ranges::any_of(tube.others, holds));
}

namespace {

QString groupWords(const World& world, const MapCard& card)
{
    const CardFacts facts = groupFacts(world, card);
    QStringList parts { facts.name + QLatin1Char(' ') + facts.pid, facts.state, facts.moreBuckets };
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString cardWords(
    const World& world, const MapGraph& graph, const MapCard& card, const PassedBytes& before)
{
    if (card.node.kind == MapNode::Kind::Group)
        return groupWords(world, card);
    const Process* const process = world.process(card.pids.front());
    const CardFacts facts = cardFacts(world, card, {}, before);
    QStringList parts { (facts.name + QLatin1Char(' ') + facts.pid).trimmed() };
    const std::optional<Wait> wait = process ? waitOf(world, *process) : std::nullopt;
    parts += wait ? MapWords::tr("waiting in %1").arg(callText(wait->call, wait->fd)) : facts.state;
    if (!facts.threads.isEmpty())
        parts += MapWords::tr("%1: %2").arg(facts.threads, threadStates(facts.threadMarks));
    parts += facts.endsTold;
    parts.removeAll(QString());
    const bool isChild
        = std::ranges::find(graph.families, card.node, &MapFamily::child) != graph.families.end();
    if (process && isChild)
        parts += parentWords(world, *process);
    for (const Bucket& bucket : facts.buckets)
        parts += bucket.text;
    if (facts.mark == StateMark::Deadlock)
        parts += MapWords::tr("in a deadlock");
    return parts.join(QStringLiteral(", "));
}

QString tubeWords(const World& world, const MapTube& tube, const PassedBytes& before)
{
    const TubeFacts facts = tubeFacts(world, tube, before);
    QStringList parts { facts.name };
    if (isSocket(facts.shape)) // else the name says it
        parts += shapeName(facts.shape);
    for (const TubeFacts::Flow& flow : facts.flows)
        parts += QString(flow.to + QLatin1Char(' ') + flow.text).trimmed();
    parts += facts.notes[0];
    parts += facts.notes[1];
    parts.removeAll(QString());
    if (facts.deadlock)
        parts += MapWords::tr("in a deadlock");
    return parts.join(QStringLiteral(", "));
}

// What is only in a tooltip else.
QString noteOn(const World& world, const MapTube& tube)
{
    const Channel* const channel = tube.others.empty() ? world.channel(tube.channel) : nullptr;
    return channel ? terminalNote(*channel) : QString();
}

} // namespace

QString nodeWords(
    const World& world, const MapGraph& graph, const MapNode& node, const PassedBytes& before)
{
    const auto tube = std::ranges::find(graph.tubes, node, &MapTube::node);
    if (tube != graph.tubes.end()) {
        const QString note = noteOn(world, *tube);
        const QString words = tubeWords(world, *tube, before);
        return note.isEmpty() ? words : words + QStringLiteral(". ") + note;
    }
    const auto card = std::ranges::find(graph.cards, node, &MapCard::node);
    if (card == graph.cards.end())
        return {};
    const QString words = cardWords(world, graph, *card, before);
    const QString why
        = node.kind == MapNode::Kind::Process ? whySentence(world, card->pids.front()) : QString();
    return why.isEmpty() ? words : words + QStringLiteral(". ") + why;
}

QString mapSummary(const World& world, const MapGraph& graph, const PassedBytes& before)
{
    QStringList lines;
    for (const MapCard& card : graph.cards)
        lines += cardWords(world, graph, card, before);
    for (const MapTube& tube : graph.tubes)
        lines += tubeWords(world, tube, before);
    if (graph.moreLocks > 0)
        lines += MapWords::tr("and %1 more locks that somebody waits for")
                     .arg(countText(graph.moreLocks));
    return lines.join(QLatin1Char('\n'));
}

} // namespace ipclab
