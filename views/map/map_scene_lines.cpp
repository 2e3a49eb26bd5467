// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/item_pool.h"
#include "views/map/map_family.h"
#include "views/map/map_scene.h"

#include <map>
#include <utility>

namespace ipclab {

// The lines of the map: between cards and tubes, and from parents to children.

void MapScene::showLinks(const World& world)
{
    resize(*this, m_links, m_graph.links.size(), [this] { return new LinkItem(m_look); });
    const std::vector<LinkShape>& shapes = linksNow();
    const Process* const self = world.self();
    std::map<MapNode, qreal> ends; // of the chips at a card so far
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        const MapLink& link = m_graph.links[i];
        const bool deadlock = m_cards.at(link.card)->facts().mark == StateMark::Deadlock
            && m_tubes.at(link.tube)->facts().deadlock;
        LinkFacts facts { shapes[i], link.writes, link.reads, deadlock,
            self && link.card == nodeOf(self->pid), !m_tubes.at(link.tube)->facts().flows.empty(),
            link.role };
        if (link.chip) {
            const QRectF card = rectOf(link.card);
            qreal& end = ends.try_emplace(link.card, m_look.px(12)).first->second;
            facts.chip = chipText(m_tubes.at(link.tube)->facts().name);
            facts.chipAt
                = QRectF(card.bottomLeft() + QPointF(end, 0), chipSize(facts.chip, m_look));
            end += facts.chipAt.width() + m_look.px(4);
        }
        m_links[i]->show(facts);
    }
    showFamilies();
}

const std::vector<LinkShape>& MapScene::linksNow()
{
    LinkGround ground { m_graph.links, outlines() };
    if (ground != m_linkGround) {
        m_linkGround = std::move(ground);
        m_linkShapes = linkShapes(m_linkGround.links, m_linkGround.outlines, m_look.scale());
    }
    return m_linkShapes;
}

void MapScene::reshapeLinks()
{
    const std::vector<LinkShape>& shapes = linksNow();
    for (std::size_t i = 0; i < m_links.size() && i < shapes.size(); ++i) {
        LinkFacts facts = m_links[i]->facts();
        facts.shape = shapes[i];
        m_links[i]->show(facts);
    }
    showFamilies();
    showKin();
}

void MapScene::showFamilies()
{
    const std::vector<MapFamily>& families = drawnFamilies(m_graph);
    resize(*this, m_families, families.size(), [this] { return new FamilyItem(m_look); });
    FamilyGround ground { families, {}, {} };
    if (!families.empty()) {
        for (const MapNode& node : nodes())
            ground.rects[node] = rectOf(node); // tubes with their words
        for (const LinkItem* const link : m_links)
            ground.links.push_back(link->facts().shape);
    }
    if (ground == m_familyGround)
        return;
    m_familyGround = std::move(ground);
    std::vector<QPainterPath> links;
    for (const LinkShape& link : m_familyGround.links)
        links.push_back(link.path());
    const std::vector<QPainterPath> paths
        = familyPaths(families, m_familyGround.rects, links, m_look.scale());
    for (std::size_t i = 0; i < families.size(); ++i)
        m_families[i]->show(paths[i], families[i].adopted);
}

} // namespace ipclab
