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

constexpr std::size_t kQueues = 2;

quint64 countOf(const Mover& mover, std::size_t queue, bool written)
{
    return written ? mover.written.at(queue) : mover.read.at(queue);
}

quint64 countOf(const std::vector<Mover>& movers, Pid pid, std::size_t queue, bool written)
{
    const auto found = std::ranges::find(movers, pid, &Mover::pid);
    return found == movers.end() ? 0 : countOf(*found, queue, written);
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
    m_movers.clear();
    m_lives.clear();
}

quint64 MapMoves::moved(const World& world, const MapCard& card, const MapTube& tube,
    std::size_t queue, bool written) const
{
    quint64 bytes = 0;
    const auto add = [&](ChannelId id) {
        const Channel* const channel = world.channel(id);
        const auto before = m_movers.find(id);
        for (const Pid pid : card.pids) {
            const Mover* const now = channel ? channel->moverOf(pid) : nullptr;
            if (now)
                bytes += since(countOf(*now, queue, written),
                    before == m_movers.end() ? 0 : countOf(before->second, pid, queue, written));
        }
    };
    add(tube.channel);
    std::ranges::for_each(tube.others, add);
    return bytes;
}

void MapMoves::showBytes(const World& world, const Ground& ground, bool moving)
{
    // What moved while it was looked back does not move now.
    const bool goesOn = std::exchange(m_wasMoving, moving) && moving;
    if (!goesOn)
        m_pulses->clear();
    for (std::size_t i = 0; goesOn && i < ground.links.size(); ++i) {
        const MapLink& link = ground.graph.links[i];
        const auto card = std::ranges::find(ground.graph.cards, link.card, &MapCard::node);
        const auto tube = std::ranges::find(ground.graph.tubes, link.tube, &MapTube::node);
        if (link.role != MapLink::Role::Bytes || card == ground.graph.cards.end()
            || tube == ground.graph.tubes.end())
            continue;
        for (std::size_t queue = 0; queue < kQueues; ++queue) {
            for (const bool written : { true, false })
                pulse(ground, i, queue, written, moved(world, *card, *tube, queue, written));
        }
    }
    remember(world);
}

void MapMoves::remember(const World& world)
{
    for (const auto& [id, channel] : world.channels) {
        if (channel.movers.empty() && !m_movers.contains(id))
            continue;
        std::vector<Mover>& seen = m_movers[id];
        if (seen != channel.movers)
            seen = channel.movers;
    }
}

void MapMoves::pulse(
    const Ground& ground, std::size_t link, std::size_t queue, bool written, quint64 bytes)
{
    if (bytes == 0)
        return;
    const QPainterPath path = ground.links[link]->facts().shape.path();
    const quint64 channel = channelOf(ground.graph.links[link].tube).value;
    const quint64 key = channel * 256 + link % 64 * 4 + queue * 2 + (written ? 1 : 0);
    m_pulses->start(key, written ? path : path.toReversed(), Ink::KernelBytes, bytes);
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
