// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/look.h"
#include "views/map/bytes_legend.h"
#include "views/map/map_scene.h"
#include "views/map/map_view.h"

#include <QLabel>
#include <QScrollBar>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace ipclab {

namespace {

constexpr int kMargin = 22;
constexpr qreal kReadable = 0.7; // at the desk; a smaller map is scrolled instead
constexpr int kTight = 5; // before it is scrolled
constexpr qreal kLeastProjected = 12; // px, of the smallest letters
constexpr qreal kLeastToFit = 10; // the same, where then it need not be scrolled
constexpr qreal kCramped = 0.85; // a smaller map gets a smaller legend

} // namespace

// The part of the view that is free when the legend has its whole row (1), its whole column (2), or
// only itself (0); and how many have ended, a row or not.
QRectF MapView::roomLeft(int corner, bool ownRow, qreal margin) const
{
    QRectF room = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
    if (ownRow)
        room.setBottom(std::min(room.bottom(), m_ended->geometry().top() - margin / 2));
    const QRect legend = m_legend->geometry();
    if (corner == 1 && m_legendBelow)
        room.setBottom(std::min(room.bottom(), legend.top() - margin / 2));
    else if (corner == 1)
        room.setTop(legend.bottom() + margin / 2);
    if (corner == 2)
        room.setRight(legend.left() - margin / 2);
    return room;
}

bool MapView::isUnder(const QWidget& overlay, QPointF origin, qreal scale) const
{
    const qreal gap = m_context.look.px(8);
    const QRectF taken = QRectF(overlay.geometry()).adjusted(-gap, -gap, gap, gap);
    const std::vector<MapNode> nodes = m_scene->nodes();
    return std::ranges::any_of(nodes, [&](const MapNode& node) {
        const QRectF rect = m_scene->rectOf(node);
        return taken.intersects({ (rect.topLeft() - origin) * scale, rect.size() * scale });
    });
}

bool MapView::overlayCovers() const
{
    const QPointF origin = sceneRect().topLeft();
    const qreal scale = transform().m11();
    const bool fits = horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff; // else it is beside it
    return !m_zoomed && fits
        && (isUnder(*m_legend, origin, scale)
            || (m_ended->isVisible() && isUnder(*m_ended, origin, scale)));
}

// The best way to fit the content beside the legend as it is now.
MapView::Fit MapView::bestFit(const QRectF& content, qreal margin) const
{
    Fit best;
    const bool anyEnded = !m_ended->text().isEmpty();
    const auto tryRoom = [&](int corner, bool ownRow) {
        const QRectF room = roomLeft(corner, ownRow, margin);
        if (room.isEmpty()) // the view is smaller than its margins, or than the legend
            return;
        const qreal scale
            = std::min({ 1.0, room.width() / content.width(), room.height() / content.height() });
        const QPointF middle = content.center() - room.center() / scale;
        const QPointF left(content.left() - room.left() / scale, middle.y());
        for (const QPointF& at : { middle, left }) { // away from the legend
            if (scale > best.scale + 0.01 && (corner != 0 || !isUnder(*m_legend, at, scale))
                && (ownRow || !anyEnded || !isUnder(*m_ended, at, scale)))
                best = { scale, at };
        }
    };
    for (const int corner : { 0, 1, 2 }) {
        tryRoom(corner, false);
        if (anyEnded)
            tryRoom(corner, true);
    }
    return best;
}

void MapView::setCompactLegend(bool compact)
{
    if (m_legend->compact() == compact)
        return;
    m_legend->setCompact(compact);
    placeOverlays();
}

void MapView::setLegendBelow(bool below)
{
    if (m_legendBelow == below)
        return;
    m_legendBelow = below;
    placeOverlays();
}

// In the corner at the right below, if the map has more room then than without: rather there than
// that the map is scrolled.
MapView::Fit MapView::fitAboveLegend(const QRectF& content, qreal margin, const Fit& without)
{
    const int gap = m_context.look.px(kMargin);
    if (width() < m_legend->width() + m_ended->width() + 2 * gap)
        return without;
    setLegendBelow(true);
    const Fit above = bestFit(content, margin);
    if (above.scale >= leastScale(true) && above.scale > without.scale)
        return above;
    setLegendBelow(false);
    return without;
}

// Projected, the smallest letters have to be read from the last row.
qreal MapView::leastScale(bool toFit) const
{
    const Look& look = m_context.look;
    const qreal least = toFit ? kLeastToFit : kLeastProjected;
    return look.projector() ? std::min(least / look.small().pixelSize(), 1.0) : kReadable;
}

// What lies over the map gets rows of its own where the map is scrolled: nothing slides under it.
void MapView::keepOverlaysApart(bool apart)
{
    const int gap = m_context.look.px(kMargin) / 2;
    const int above = apart ? m_legend->geometry().bottom() + gap : 0;
    const int below = apart && !m_ended->text().isEmpty() ? m_ended->height() + gap : 0;
    const QMargins margins(0, above, 0, below);
    const QMargins before = viewportMargins();
    if (margins == before)
        return;
    setViewportMargins(margins);
    if (apart && margins.top() != before.top()) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->minimum());
        verticalScrollBar()->setValue(verticalScrollBar()->minimum());
    }
}

void MapView::refit()
{
    const QRectF content = m_scene->content();
    const qreal margin = m_context.look.px(kMargin);
    setLegendBelow(false);
    if (m_zoomed || content.isEmpty()) {
        setSceneRect(content.isEmpty() ? QRectF(rect())
                                       : content.adjusted(-margin, -margin, margin, margin));
        keepOverlaysApart(!content.isEmpty());
        return;
    }
    setCompactLegend(false);
    Fit best = bestFit(content, margin);
    if (best.scale < kCramped) {
        setCompactLegend(true);
        const Fit compact = bestFit(content, margin);
        if (best.scale >= leastScale(false) && compact.scale < best.scale * 1.03)
            setCompactLegend(false);
        else
            best = compact;
    }
    if (best.scale < leastScale(false))
        best = bestFit(content, m_context.look.px(kTight));
    if (best.scale < leastScale(true))
        best = fitAboveLegend(content, m_context.look.px(kTight), best);
    const bool fits = best.scale >= leastScale(true);
    const qreal scale = fits ? best.scale : leastScale(false);
    setTransform(QTransform::fromScale(scale, scale));
    const Qt::ScrollBarPolicy bars = fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded;
    setHorizontalScrollBarPolicy(bars);
    setVerticalScrollBarPolicy(bars);
    const qreal edge = margin / scale;
    setSceneRect(fits ? QRectF(best.origin, QSizeF(size()) / scale)
                      : content.adjusted(-edge, -edge / 4, edge, edge));
    keepOverlaysApart(!fits);
    placeOverlays();
}

void MapView::noteSeen(const std::set<MapNode>& those)
{
    for (const MapNode& node : those) {
        if (const QRectF rect = m_scene->rectOf(node); !rect.isNull())
            m_seenAt[node] = viewportTransform().map(rect.topLeft());
    }
}

// What stands elsewhere now goes there from where it was seen, however large the map is by now.
void MapView::followArrangement()
{
    refit();
    const QTransform back = viewportTransform().inverted();
    std::map<MapNode, QPointF> offsets;
    for (const auto& [node, at] : std::exchange(m_seenAt, {})) {
        if (const QRectF rect = m_scene->rectOf(node); !rect.isNull())
            offsets[node] = back.map(at) - rect.topLeft();
    }
    if (!offsets.empty())
        m_scene->glideFrom(std::move(offsets));
}

void MapView::fit()
{
    m_zoomed = false;
    refit();
}

void MapView::closer()
{
    zoomBy(kZoomStep);
}

void MapView::further()
{
    zoomBy(1 / kZoomStep);
}

void MapView::showRealSize()
{
    zoomBy(1 / transform().m11());
}

void MapView::zoomBy(qreal factor)
{
    constexpr qreal kLeast = 0.25;
    constexpr qreal kMost = 4;
    const qreal now = transform().m11();
    const qreal wanted = std::clamp(now * factor, kLeast, kMost);
    m_zoomed = true;
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    refit();
    scale(wanted / now, wanted / now);
}

} // namespace ipclab
