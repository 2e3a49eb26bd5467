// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_scene.h"

#include <QGraphicsSceneMouseEvent>
#include <QLineF>

#include <utility>

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
    if (const auto sign = signAt(event->scenePos()); sign && event->button() == Qt::LeftButton) {
        m_releaseDone = m_lastOnSign = true;
        emit foldToggled(*sign);
        event->accept();
        return;
    }
    m_lastOnSign = m_releaseDone = false;
    endGlide();
    m_pressedAt = event->scenePos();
    m_haveMoved = false;
    QGraphicsScene::mousePressEvent(event);
}

void MapScene::mouseMoveEvent(QGraphicsSceneMouseEvent* event)
{
    if (event->buttons() == Qt::NoButton)
        hover(nodeAt(event->scenePos()));
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
    if (std::exchange(m_releaseDone, false))
        return;
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
    m_releaseDone = true;
    if (std::exchange(m_lastOnSign, false) || signAt(event->scenePos()))
        return; // its first click has done it
    const std::optional<MapNode> node = nodeAt(event->scenePos());
    if (!node) {
        emit emptyDoubleClicked();
        return;
    }
    if (node->kind == MapNode::Kind::Group) {
        emit foldToggled(*node);
        return;
    }
    if (m_dragged.erase(*node) == 0)
        return;
    m_places.erase(*node);
    rememberPlace(*node);
    stand(layOut(m_graph, m_boxes, placesBut(*node), gaps()));
    if (!m_graph.over)
        m_places.try_emplace(*node, itemOf(*node)->pos());
    reshapeLinks();
    emit arranged();
}

MapPlaces MapScene::placesBut(const MapNode& node) const
{
    MapPlaces others;
    for (const MapNode& one : nodes()) {
        if (one != node)
            others[one] = itemOf(one)->pos();
    }
    return others;
}

// As if it were dragged, but over what is in the way.
void MapScene::moveBy(const MapNode& node, QPointF by)
{
    QGraphicsItem* const item = itemOf(node);
    if (!item)
        return;
    const MapPlaces others = placesBut(node);
    constexpr int kMostSteps = 40;
    const QPointF before = item->pos();
    for (int steps = 1; steps <= kMostSteps; ++steps) {
        const QPointF place = freePlace(node, before + steps * by, others, m_boxes, gaps());
        if (QPointF::dotProduct(place - before, by) <= 0)
            continue; // back to where it was: what is in the way is wider
        item->setPos(place);
        drop(node);
        return;
    }
}

// Lets go of a node: it stays there, or as near as is free.
void MapScene::drop(const MapNode& node)
{
    QGraphicsItem* const item = itemOf(node);
    if (!item)
        return;
    m_places[node] = freePlace(node, item->pos(), placesBut(node), m_boxes, gaps());
    m_dragged.insert(node);
    item->setPos(m_places[node]);
    rememberPlace(node);
    reshapeLinks();
    emit arranged();
}

} // namespace ipclab
