// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_scene.h"
#include "views/map/map_tangle.h"

#include <algorithm>
#include <utility>

namespace ipclab {

// Where everything stands, and when it may stand elsewhere. What a person has placed stays. All
// else stays while the picture is as good as another would be; when somebody arrives and it is not,
// it settles.

namespace {

// What appeared within this time of each other is arranged as one; later it keeps its place. It is
// the log's time: who looks late, on a busy machine, sees the same.
constexpr Nanoseconds kSettled = kSecond;

// As far as those who were there would move, on average: then they move least.
QPointF wayBetween(const MapPlaces& from, const MapPlaces& to)
{
    QPointF sum;
    int count = 0;
    for (const auto& [node, place] : to) {
        if (const auto before = from.find(node); before != from.end()) {
            sum += before->second - place;
            ++count;
        }
    }
    return count == 0 ? QPointF() : QPointF((sum / count).toPoint());
}

} // namespace

// Of those that come and go with a lock nobody makes room.
std::set<MapNode> MapScene::lastingNodes() const
{
    std::set<MapNode> lasting;
    for (const MapCard& card : m_graph.cards)
        lasting.insert(card.node);
    for (const MapTube& tube : m_graph.tubes) {
        if (!tube.aside)
            lasting.insert(tube.node);
    }
    return lasting;
}

// Back in time everything stands where it stood: what is alive at both moments is not moved, unless
// the picture cannot be read then.
void MapScene::arrange(Nanoseconds at, bool past)
{
    const bool onlyFolds = m_refolded && at == m_latest; // nobody has arrived
    const std::set<MapNode> before = std::exchange(m_arranged, lastingNodes());
    const bool arrived = !std::ranges::includes(before, m_arranged);
    MapPlaces placed; // by the person
    MapPlaces kept;
    for (const MapNode& node : nodes()) {
        const auto place = m_places.find(node);
        if (place == m_places.end())
            continue;
        const auto since = m_placedAt.find(node);
        const Nanoseconds age = since == m_placedAt.end() ? 0 : at - since->second;
        if (m_dragged.contains(node))
            placed.insert(*place);
        else if (past || onlyFolds || age > kSettled)
            kept.insert(*place);
    }
    const bool goesOn = std::ranges::any_of(m_graph.cards,
        [&](const MapCard& card) { return !card.self && before.contains(card.node); });
    if (!goesOn && !past) { // another run: who is left of the one before holds nobody's place
        kept.clear();
        m_placedAt.clear();
    }
    kept.insert(placed.begin(), placed.end());
    MapPlaces places = layOut(m_graph, m_boxes, kept, gaps());
    const bool mayMove = arrived && !onlyFolds && !m_pressedAt && kept.size() > placed.size();
    std::optional<MapPlaces> better = mayMove ? settled(places, placed, past) : std::nullopt;
    if (better) {
        emit settling(before);
        places = *std::move(better);
    }
    place(places, past && !better);
    for (const MapNode& node : nodes())
        m_placedAt.try_emplace(node, at);
}

// All anew but what the person has placed, if that is worth it.
std::optional<MapPlaces> MapScene::settled(
    const MapPlaces& now, const MapPlaces& placed, bool past) const
{
    MapPlaces anew = layOut(m_graph, m_boxes, placed, gaps());
    if (!isWorse(tangleOf(m_graph, m_boxes, now, gaps()), tangleOf(m_graph, m_boxes, anew, gaps()),
            gaps(), past))
        return std::nullopt;
    const QPointF way = placed.empty() ? wayBetween(m_places, anew) : QPointF();
    for (auto& [node, place] : anew)
        place += way;
    return anew;
}

void MapScene::place(const MapPlaces& places, bool past)
{
    for (const auto& [node, corner] : places) {
        // What has to make room at an earlier moment is back in its place afterwards.
        if (past)
            m_places.try_emplace(node, corner);
        else
            m_places[node] = corner;
        if (QGraphicsItem* const item = itemOf(node); item && item != mouseGrabberItem())
            item->setPos(corner);
    }
}

} // namespace ipclab
