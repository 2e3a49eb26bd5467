// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/item_pool.h"
#include "views/map/map_near.h"
#include "views/map/map_scene.h"

#include <algorithm>

namespace ipclab {

// What stands out on the map: what is chosen, has the focus, holds bytes where the legend points,
// and all that has to do with the card that is pointed at.

void MapScene::pointOut(std::optional<Place> place, const World& world)
{
    m_pointedOut = place;
    standOut(world);
}

void MapScene::standOut(const World& world)
{
    m_withBytes.clear();
    for (const MapCard& card : m_graph.cards) {
        if (m_pointedOut && hasBytesAt(world, card, *m_pointedOut, m_before))
            m_withBytes.insert(card.node);
    }
    for (const MapTube& tube : m_graph.tubes) {
        if (m_pointedOut && hasBytesAt(world, tube, *m_pointedOut))
            m_withBytes.insert(tube.node);
    }
    restand();
}

void MapScene::hover(std::optional<MapNode> node)
{
    if (node == m_hovered)
        return;
    m_hovered = node;
    restand();
}

std::optional<MapNode> MapScene::pointedAt() const
{
    for (const std::optional<MapNode>& node : { m_hovered, m_focused }) {
        if (node && itemOf(*node))
            return node;
    }
    return std::nullopt;
}

void MapScene::restand()
{
    const std::optional<MapNode> middle = pointedAt();
    const std::set<MapNode> near = middle ? nearOf(m_graph, *middle) : std::set<MapNode> {};
    // Paler text has less contrast; and a deadlock is what all are to see.
    const auto mayFade = [this](bool deadlock) { return !deadlock && !m_look.highContrast(); };
    const auto standing = [&](const MapNode& node, bool deadlock) {
        return Standing { m_selected == node, m_focused == node,
            mayFade(deadlock) && m_pointedOut && !m_withBytes.contains(node),
            mayFade(deadlock) && middle && !near.contains(node) };
    };
    for (const MapCard& card : m_graph.cards) {
        CardItem* const item = m_cards.at(card.node);
        item->setStanding(standing(card.node, item->facts().mark == StateMark::Deadlock));
    }
    for (const MapTube& tube : m_graph.tubes) {
        TubeItem* const item = m_tubes.at(tube.node);
        item->setStanding(standing(tube.node, item->facts().deadlock));
    }
    for (std::size_t i = 0; i < m_links.size() && i < m_graph.links.size(); ++i) {
        const MapLink& link = m_graph.links[i];
        const bool own = middle && (link.card == *middle || link.tube == *middle);
        const bool aside = middle && mayFade(m_links[i]->facts().deadlock)
            && !(near.contains(link.card) && near.contains(link.tube));
        m_links[i]->setStanding(own, aside);
    }
    showKin();
}

void MapScene::showKin()
{
    std::vector<MapFamily> kin;
    for (const std::optional<MapNode>& node : { m_hovered, m_focused, m_selected }) {
        if (!node)
            continue;
        for (const MapFamily& family : kinOf(m_graph, *node)) {
            if (std::ranges::find(kin, family) == kin.end())
                kin.push_back(family);
        }
    }
    resize(*this, m_kin, kin.size(), [this] {
        auto* const item = new FamilyItem(m_look);
        item->setStrong();
        return item;
    });
    for (std::size_t i = 0; i < kin.size(); ++i)
        m_kin[i]->show(straightWay(rectOf(kin[i].parent), rectOf(kin[i].child)), kin[i].adopted);
}

} // namespace ipclab
