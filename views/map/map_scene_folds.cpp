// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_facts.h"
#include "views/map/map_scene.h"

#include <algorithm>

namespace ipclab {

// What is folded on the map, and what of that comes back in the next run.

namespace {

template <typename Value>
void keep(std::map<Birth, Value>& kept, std::optional<Birth> birth, const Value& value)
{
    if (birth && (kept.size() < MapMemory::kMost || kept.contains(*birth)))
        kept[*birth] = value;
}

} // namespace

void MapScene::fold(Pid parent, bool folded)
{
    m_folds.folded[parent] = folded;
    m_refolded = true;
    if (folded) // what is chosen in it, too, until something else is
        m_folds.chosen = {};
    m_moves.clear(); // the ways that they go are about to change
    keep(m_memory.folded, m_births.of(parent), folded);
}

bool MapScene::standAlone(Pid pid)
{
    if (pid == m_folds.chosen)
        return false;
    m_folds.chosen = pid;
    m_refolded = true;
    return std::ranges::any_of(
        m_graph.cards, [](const MapCard& card) { return card.node.kind == MapNode::Kind::Group; });
}

void MapScene::recall(const MapMemory& memory)
{
    m_memory = memory;
    m_folds.folded.clear();
    m_births.forget();
    m_rearrange = true;
}

// Whoever is born as one was that the person folded or moved, is so again.
void MapScene::learn(const World& world)
{
    for (const Pid pid : m_births.learn(world)) {
        const std::optional<Birth> birth = m_births.of(pid);
        if (!birth)
            continue;
        if (const auto folded = m_memory.folded.find(*birth); folded != m_memory.folded.end())
            m_folds.folded[pid] = folded->second;
    }
}

// Absent of a lock: it has another address in each run.
std::optional<Birth> MapScene::birthOf(const MapNode& node) const
{
    if (node.kind == MapNode::Kind::Process)
        return m_births.of(pidOf(node));
    if (node.kind == MapNode::Kind::Group)
        return m_births.ofGroup(pidOf(node));
    const auto tube = m_tubeBirths.find(node);
    return tube == m_tubeBirths.end() ? std::nullopt : std::optional(tube->second);
}

void MapScene::recallPlaces(const World& world)
{
    m_tubeBirths.clear();
    for (const MapTube& tube : m_graph.tubes) {
        if (const Channel* const channel = world.channel(tube.channel); channel && !tube.lock)
            m_tubeBirths[tube.node] = ipclab::birthOf(*channel);
    }
    for (const MapNode& node : nodes()) {
        const std::optional<Birth> birth = birthOf(node);
        const auto place = birth ? m_memory.places.find(*birth) : m_memory.places.end();
        if (place == m_memory.places.end() || !m_dragged.insert(node).second)
            continue;
        m_places[node] = place->second * m_look.scale();
    }
}

void MapScene::rememberPlace(const MapNode& node)
{
    const std::optional<Birth> birth = birthOf(node);
    if (m_dragged.contains(node))
        keep(m_memory.places, birth, m_places.at(node) / m_look.scale());
    else if (birth)
        m_memory.places.erase(*birth);
}

void MapScene::showSigns()
{
    for (const MapCard& card : m_graph.cards) {
        FoldSign*& sign = m_signs[card.node];
        if (!sign)
            sign = new FoldSign(m_look, m_cards.at(card.node));
        const QString tip = card.fold == MapFold::Folded
            ? MapWords::tr("Show those that descend from it (+)")
            : MapWords::tr("Fold all that descends from it into one card (−)");
        sign->show(card.self ? MapFold::None : card.fold, m_boxes.at(card.node).size, tip);
    }
}

std::optional<MapNode> MapScene::signAt(QPointF place) const
{
    for (const auto& [node, sign] : m_signs) {
        if (sign->isAt(place))
            return node;
    }
    return std::nullopt;
}

MapFold MapScene::foldOf(const MapNode& node) const
{
    const auto card = std::ranges::find(m_graph.cards, node, &MapCard::node);
    return card == m_graph.cards.end() ? MapFold::None : card->fold;
}

} // namespace ipclab
