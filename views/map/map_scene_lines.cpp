// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_family.h"
#include "views/map/map_scene.h"

#include <utility>

namespace ipclab {

// The lines of the map: between cards and tubes, and from parents to children.

void MapScene::showLinks(const World& world)
{
    while (m_links.size() < m_graph.links.size()) {
        m_links.push_back(new LinkItem(m_look));
        addItem(m_links.back());
    }
    while (m_links.size() > m_graph.links.size()) {
        delete m_links.back();
        m_links.pop_back();
    }
    const std::vector<LinkShape> shapes = linkShapes(m_graph.links, outlines());
    const Process* const self = world.self();
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        const MapLink& link = m_graph.links[i];
        const bool deadlock = m_cards.at(link.card)->facts().mark == StateMark::Deadlock
            && m_tubes.at(link.tube)->facts().deadlock;
        m_links[i]->show(
            { shapes[i], link.writes, link.reads, deadlock, self && link.card == nodeOf(self->pid),
                !m_tubes.at(link.tube)->facts().flows.empty(), link.role });
    }
    showFamilies();
}

void MapScene::reshapeLinks()
{
    const std::vector<LinkShape> shapes = linkShapes(m_graph.links, outlines());
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
    const std::vector<MapFamily>& families = m_graph.families;
    while (m_families.size() < families.size()) {
        m_families.push_back(new FamilyItem(m_look));
        addItem(m_families.back());
    }
    while (m_families.size() > families.size()) {
        delete m_families.back();
        m_families.pop_back();
    }
    FamilyGround ground { families, {}, {} };
    if (!families.empty()) {
        ground.rects = outlines();
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
