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

// Somebody who was there has ended, and nobody has come.
bool MapScene::someoneLeft(const std::set<MapNode>& before) const
{
    const auto hasEnded = [this](const MapNode& node) {
        const bool isCard
            = node.kind == MapNode::Kind::Process || node.kind == MapNode::Kind::Group;
        const auto card = m_cards.find(node);
        return isCard && (card == m_cards.end() || card->second->facts().mark == StateMark::Ended);
    };
    return std::ranges::includes(before, m_arranged) && std::ranges::any_of(before, hasEnded);
}

// Of all that is shown and was seen before, but by the person's hand.
MapPlaces MapScene::keptPlaces(Nanoseconds at, bool past) const
{
    MapPlaces kept;
    for (const MapNode& node : nodes()) {
        const auto place = m_places.find(node);
        const auto since = m_placedAt.find(node);
        const bool stays
            = past || m_graph.over || (since != m_placedAt.end() && at - since->second > kSettled);
        if (stays && place != m_places.end() && !m_dragged.contains(node))
            kept.insert(*place);
    }
    return kept;
}

// Nobody has arrived: also what came out of a fold has its place.
MapPlaces MapScene::placesNow(const std::set<MapNode>& before) const
{
    MapPlaces now;
    for (const MapNode& node : nodes()) {
        if (m_dragged.contains(node))
            continue;
        if (before.contains(node))
            now[node] = itemOf(node)->pos();
        else if (const auto place = m_places.find(node); place != m_places.end())
            now.insert(*place);
    }
    return now;
}

MapPlaces MapScene::draggedPlaces() const
{
    MapPlaces dragged;
    for (const MapNode& node : nodes()) {
        if (const auto place = m_places.find(node);
            place != m_places.end() && m_dragged.contains(node))
            dragged.insert(*place);
    }
    return dragged;
}

// Back in time everything stands where it stood: what is alive at both moments is not moved, unless
// somebody was never seen before and the picture could not be read. Who has ended stands where it
// lived while that is as good.
void MapScene::arrange(Nanoseconds at, bool past)
{
    const bool onlyFolds = m_refolded && at == m_latest; // nobody has arrived
    const std::set<MapNode> before = std::exchange(m_arranged, lastingNodes());
    const auto isNew = [&](const MapNode& node) { return !m_places.contains(node); };
    const bool arrived = past ? std::ranges::any_of(m_arranged, isNew)
                              : !std::ranges::includes(before, m_arranged);
    const bool goesOn = past || m_graph.over
        || std::ranges::any_of(m_graph.cards,
            [&](const MapCard& card) { return !card.self && before.contains(card.node); });
    if (!goesOn) // another run: who is left of the one before holds nobody's place
        m_placedAt.clear();
    if (someoneLeft(before)) { // from then on they keep their places
        for (const MapNode& node : m_arranged)
            m_placedAt[node] = at - 2 * kSettled;
    }
    const MapPlaces dragged = draggedPlaces();
    MapPlaces kept = onlyFolds ? placesNow(before) : keptPlaces(at, past);
    const bool mayMove = !onlyFolds && !m_pressedAt && !kept.empty() && (arrived || m_graph.over);
    kept.insert(dragged.begin(), dragged.end());
    MapPlaces places = layOut(m_graph, m_boxes, kept, gaps());
    const bool patient = past && !m_graph.over;
    std::optional<MapPlaces> better = mayMove ? settled(places, dragged, patient) : std::nullopt;
    if (better) {
        emit settling(before);
        places = *std::move(better);
    }
    stand(places);
    if (!m_graph.over)
        remember(places, at, past && !better);
}

// All anew but what the person has placed, if that is worth it.
std::optional<MapPlaces> MapScene::settled(
    const MapPlaces& now, const MapPlaces& placed, bool patient) const
{
    MapPlaces anew = layOut(m_graph, m_boxes, placed, gaps());
    if (!isWorse(tangleOf(m_graph, m_boxes, now, gaps()), tangleOf(m_graph, m_boxes, anew, gaps()),
            gaps(), patient))
        return std::nullopt;
    const QPointF way = placed.empty() ? wayBetween(m_places, anew) : QPointF();
    for (auto& [node, place] : anew)
        place += way;
    return anew;
}

void MapScene::stand(const MapPlaces& places)
{
    for (const auto& [node, corner] : places) {
        if (QGraphicsItem* const item = itemOf(node); item && item != mouseGrabberItem())
            item->setPos(corner);
    }
}

// What has to make room at an earlier moment is back in its place afterwards.
void MapScene::remember(const MapPlaces& places, Nanoseconds at, bool past)
{
    for (const auto& [node, corner] : places) {
        if (past)
            m_places.try_emplace(node, corner);
        else
            m_places[node] = corner;
        m_placedAt.try_emplace(node, at);
    }
}

} // namespace ipclab
