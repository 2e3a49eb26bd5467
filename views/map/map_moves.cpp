// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_moves.h"

#include <QGraphicsScene>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr Nanoseconds kJust = kSecond; // what is longer ago is not shown as if it were now

quint64 since(quint64 now, quint64 before)
{
    return now > before ? now - before : 0;
}

} // namespace

MapMoves::MapMoves(const Look& look, QGraphicsScene& scene)
    : m_pulses(new Pulses(look))
    , m_marks(new LifeMarks(look))
{
    scene.addItem(m_pulses);
    scene.addItem(m_marks);
}

void MapMoves::clear()
{
    m_pulses->clear();
    m_marks->clear();
}

void MapMoves::forget()
{
    clear();
    m_seen.clear();
    m_lives.clear();
}

MapMoves::Seen MapMoves::seenOf(const World& world, const MapTube& tube)
{
    Seen seen;
    seen.others = tube.others;
    const auto add = [&](ChannelId id) {
        const Channel* const channel = world.channel(id);
        for (std::size_t queue = 0; channel && queue < channel->queues.size(); ++queue) {
            seen.written.at(queue) += channel->queues.at(queue).written;
            seen.read.at(queue) += channel->queues.at(queue).read;
        }
    };
    add(tube.channel);
    std::ranges::for_each(tube.others, add);
    return seen;
}

void MapMoves::showBytes(const World& world, const Ground& ground, bool moving)
{
    // What moved while it was looked back does not move now.
    const bool goesOn = std::exchange(m_wasMoving, moving) && moving;
    if (!goesOn)
        m_pulses->clear();
    std::map<ChannelId, Seen> seen;
    for (const MapTube& tube : ground.graph.tubes) {
        const Seen& now = seen[tube.channel] = seenOf(world, tube);
        const auto before = m_seen.find(tube.channel);
        const Channel* const channel = world.channel(tube.channel);
        if (!goesOn || !channel || before == m_seen.end() || before->second.others != tube.others)
            continue;
        for (std::size_t queue = 0; queue < now.written.size(); ++queue) {
            pulseLinks(ground, *channel, queue, true,
                since(now.written.at(queue), before->second.written.at(queue)));
            pulseLinks(ground, *channel, queue, false,
                since(now.read.at(queue), before->second.read.at(queue)));
        }
    }
    m_seen = std::move(seen);
}

void MapMoves::pulseLinks(
    const Ground& ground, const Channel& channel, std::size_t queue, bool written, quint64 bytes)
{
    if (bytes == 0)
        return;
    const MapNode tube = nodeOf(channel.id);
    for (std::size_t i = 0; i < ground.links.size(); ++i) {
        const MapLink& link = ground.graph.links[i];
        if (link.tube != tube || link.role != MapLink::Role::Bytes
            || !(written ? link.writes : link.reads))
            continue;
        // Of a two-way channel, who holds an end reads its queue and writes into the other's.
        const bool atQueue = link.first == (queue == indexOf(End::First));
        if (channel.twoWay() && atQueue == written)
            continue;
        const QPainterPath path = ground.links[i]->facts().shape.path();
        const quint64 key = static_cast<quint64>(channel.id.value) * 256 + i % 64 * 4 + queue * 2
            + (written ? 1 : 0);
        m_pulses->start(key, written ? path : path.toReversed(), Ink::KernelBytes, bytes);
    }
}

// Who has ended may have no card any more: then it is shown where that stood.
void MapMoves::showLives(const World& world, const Ground& ground, Nanoseconds now, bool growing)
{
    std::map<Pid, QRectF> lives;
    for (const auto& [pid, process] : world.processes) {
        if (process.self)
            continue;
        const auto before = m_lives.find(pid);
        const bool alive = process.alive();
        const auto card = ground.graph.cardOf.find(pid);
        const auto rect = card == ground.graph.cardOf.end() ? ground.rects.end()
                                                            : ground.rects.find(card->second);
        const QRectF at = rect == ground.rects.end() ? QRectF() : rect->second;
        if (growing && alive && before == m_lives.end() && now - process.startedAt < kJust)
            m_marks->add(LifeMarks::Kind::Born, pid.value, at);
        if (growing && !alive && before != m_lives.end() && now - process.ending->at < kJust)
            m_marks->add(LifeMarks::Kind::Ended, pid.value, at.isEmpty() ? before->second : at);
        if (alive) {
            m_marks->move(pid.value, at);
            lives[pid] = at;
        }
    }
    m_lives = std::move(lives);
    if (!growing)
        m_marks->clear();
}

} // namespace ipclab
