// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_scene.h"

#include <QGraphicsSceneMouseEvent>
#include <QLineF>

namespace ipclab {

// What the person does to the map: points, chooses, drags.

void MapScene::select(std::optional<MapNode> node)
{
    m_selected = node;
}

void MapScene::focusOn(std::optional<MapNode> node)
{
    m_focused = node;
}

void MapScene::pointOut(std::optional<Place> place, const World& world)
{
    m_pointedOut = place;
    standOut(world);
}

void MapScene::standOut(const World& world)
{
    for (const MapCard& card : m_graph.cards)
        m_cards.at(card.node)->setStanding(
            standingOf(card.node, m_pointedOut && hasBytesAt(world, card, *m_pointedOut)));
    for (const MapTube& tube : m_graph.tubes)
        m_tubes.at(tube.node)->setStanding(
            standingOf(tube.node, m_pointedOut && hasBytesAt(world, tube, *m_pointedOut)));
}

Standing MapScene::standingOf(const MapNode& node, bool hasBytes) const
{
    return { m_selected == node, m_focused == node, m_pointedOut && !hasBytes };
}

std::optional<MapNode> MapScene::nodeAt(QPointF place) const
{
    for (const MapNode& node : nodes()) {
        if (rectOf(node).contains(place))
            return node;
    }
    return std::nullopt;
}

void MapScene::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    m_pressedAt = event->scenePos();
    m_haveMoved = false;
    QGraphicsScene::mousePressEvent(event);
}

void MapScene::mouseMoveEvent(QGraphicsSceneMouseEvent* event)
{
    // A hand shakes: a few pixels are a click, not a drag.
    constexpr qreal kShake = 4;
    if (m_pressedAt && !m_haveMoved && QLineF(*m_pressedAt, event->scenePos()).length() < kShake)
        return;
    QGraphicsScene::mouseMoveEvent(event);
    if (mouseGrabberItem() && m_pressedAt) {
        m_haveMoved = true;
        reshapeLinks();
    }
}

void MapScene::mouseReleaseEvent(QGraphicsSceneMouseEvent* event)
{
    const std::optional<MapNode> node = m_pressedAt ? nodeAt(*m_pressedAt) : std::nullopt;
    const std::optional<MapNode> under = nodeAt(event->scenePos());
    const bool moved = m_haveMoved;
    m_pressedAt.reset();
    m_haveMoved = false;
    const QGraphicsItem* const grabbed = mouseGrabberItem();
    QGraphicsScene::mouseReleaseEvent(event);
    if (moved) {
        for (const MapNode& one : nodes()) {
            if (itemOf(one) == grabbed)
                drop(one);
        }
    } else if (node && node == under) {
        emit chosen(*node);
    } else if (!node) {
        emit emptyChosen();
    }
}

void MapScene::mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event)
{
    const std::optional<MapNode> node = nodeAt(event->scenePos());
    if (!node) {
        emit emptyDoubleClicked();
        return;
    }
    if (m_dragged.erase(*node) == 0)
        return;
    m_places.erase(*node);
    MapPlaces kept = m_places;
    place(layOut(m_graph, m_boxes, kept, gaps()), true); // who only makes room keeps its place
    reshapeLinks();
    emit arranged();
}

// Lets go of a node: it stays there, or as near as is free.
void MapScene::drop(const MapNode& node)
{
    QGraphicsItem* const item = itemOf(node);
    if (!item)
        return;
    MapPlaces others;
    for (const MapNode& one : nodes()) {
        if (one != node)
            others[one] = itemOf(one)->pos();
    }
    m_places[node] = freePlace(node, item->pos(), others, m_boxes, gaps());
    m_dragged.insert(node);
    item->setPos(m_places[node]);
    reshapeLinks();
    emit arranged();
}

} // namespace ipclab
