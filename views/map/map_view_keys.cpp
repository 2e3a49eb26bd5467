// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/look.h"
#include "views/common/pinch.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/map/bytes_legend.h"
#include "views/map/map_scene.h"
#include "views/map/map_view.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

QPointF directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return { -1, 0 };
    case Qt::Key_Right:
        return { 1, 0 };
    case Qt::Key_Up:
        return { 0, -1 };
    default:
        return { 0, 1 };
    }
}

} // namespace

// What is pointed at, or has the focus, is chosen first.
void MapView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const std::optional<MapNode> node
        = byKey ? m_focused : m_scene->nodeAt(mapToScene(event->pos()));
    const QPoint place = !byKey ? event->globalPos()
        : node                  ? mapToGlobal(rectOf(*node).center())
                                : mapToGlobal(rect().center());
    if (node)
        select(*node);
    if (node && node->kind != MapNode::Kind::Group)
        emit menuWanted(place);
    else
        showOwnMenu(place);
}

void MapView::focusNode(std::optional<MapNode> node)
{
    m_focused = node;
    m_scene->focusOn(node);
    m_scene->pointOut(m_legend->chosen(), m_context.cursor.world());
    if (node)
        ensureVisible(m_scene->rectOf(*node));
    describe();
}

// To the next or previous node; false at the end, so that Tab leaves the map.
bool MapView::step(int by)
{
    const std::vector<MapNode> nodes = m_scene->nodes();
    if (nodes.empty())
        return false;
    const auto at = m_focused ? std::ranges::find(nodes, *m_focused) : nodes.end();
    if (at == nodes.end()) {
        focusNode(by > 0 ? nodes.front() : nodes.back());
        return true;
    }
    const auto next = (at - nodes.begin()) + by;
    if (next < 0 || next >= static_cast<std::ptrdiff_t>(nodes.size()))
        return false;
    focusNode(nodes[static_cast<std::size_t>(next)]);
    return true;
}

// To the nearest node that way: what is aside counts twice as far.
bool MapView::stepTowards(int key)
{
    if (!m_focused)
        return step(1);
    const QPointF from = m_scene->rectOf(*m_focused).center();
    const QPointF way = directionOf(key);
    std::optional<MapNode> best;
    qreal least = 0;
    for (const MapNode& node : m_scene->nodes()) {
        const QPointF to = m_scene->rectOf(node).center() - from;
        const qreal ahead = QPointF::dotProduct(to, way);
        const qreal aside = std::abs(to.x() * way.y() - to.y() * way.x());
        const qreal distance = ahead + 2 * aside;
        if (node == *m_focused || ahead < 1 || aside > 3 * ahead || (best && distance >= least))
            continue;
        best = node;
        least = distance;
    }
    if (best)
        focusNode(best);
    return best.has_value();
}

void MapView::moveFocused(int key)
{
    if (!m_focused)
        return;
    const qreal step = m_context.look.px(24);
    m_scene->moveBy(*m_focused, directionOf(key) * step);
    ensureVisible(m_scene->rectOf(*m_focused));
}

bool MapView::keyZoomsOrFolds(const QKeyEvent& event)
{
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        if (control)
            closer();
        else if (m_focused)
            fold(*m_focused, false);
        return true;
    case Qt::Key_Minus:
        if (control)
            further();
        else if (m_focused)
            fold(*m_focused, true);
        return true;
    case Qt::Key_0:
        if (control && event.modifiers().testFlag(Qt::AltModifier))
            showRealSize();
        else if (control)
            fit();
        return true;
    default:
        return false;
    }
}

void MapView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers().testFlag(Qt::ControlModifier)
            && event->modifiers().testFlag(Qt::ShiftModifier))
            moveFocused(event->key());
        else
            stepTowards(event->key());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_focused)
            select(*m_focused);
        return;
    case Qt::Key_Escape:
        m_legend->choose(std::nullopt);
        chooseNothing();
        return;
    case Qt::Key_F:
        findProcess();
        return;
    default:
        if (!keyZoomsOrFolds(*event))
            QGraphicsView::keyPressEvent(event);
    }
}

bool MapView::focusNextPrevChild(bool next)
{
    if (hasFocus() && step(next ? 1 : -1))
        return true;
    return QGraphicsView::focusNextPrevChild(next);
}

void MapView::focusInEvent(QFocusEvent* event)
{
    QGraphicsView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason)
        step(1);
    else if (event->reason() == Qt::BacktabFocusReason)
        step(-1);
}

void MapView::focusOutEvent(QFocusEvent* event)
{
    QGraphicsView::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) // after its menu one is where one was
        focusNode(std::nullopt);
}

bool MapView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        m_scene->hover(std::nullopt);
    const std::optional<Pinch> pinch = pinchIn(*event, *viewport());
    if (!pinch)
        return QGraphicsView::viewportEvent(event);
    zoomBy(pinch->factor);
    return true;
}

void MapView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    constexpr qreal kNotch = 120; // eighths of a degree, QWheelEvent::angleDelta
    zoomBy(std::pow(kZoomStep, event->angleDelta().y() / kNotch));
    event->accept();
}

} // namespace ipclab
