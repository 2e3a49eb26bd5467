// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/witness_engine.h"

#include "views/common/contrast.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QHash>
#include <QPainterPath>

#include <cmath>

namespace ipclab::test {

namespace {

constexpr double kGroundShare = 0.15; // of its place, to be a ground that a text stands on
constexpr double kOpaque = 0.98;

} // namespace

void WitnessEngine::updateState(const QPaintEngineState& now)
{
    const DirtyFlags changed = now.state();
    if (changed & DirtyPen)
        m_painter.setPen(now.pen());
    if (changed & DirtyBrush)
        m_painter.setBrush(now.brush());
    if (changed & DirtyBrushOrigin)
        m_painter.setBrushOrigin(now.brushOrigin());
    if (changed & DirtyFont)
        m_painter.setFont(now.font());
    if (changed & DirtyBackground)
        m_painter.setBackground(now.backgroundBrush());
    if (changed & DirtyBackgroundMode)
        m_painter.setBackgroundMode(now.backgroundMode());
    if (changed & DirtyOpacity)
        m_painter.setOpacity(now.opacity());
    if (changed & DirtyCompositionMode)
        m_painter.setCompositionMode(now.compositionMode());
    if (changed & DirtyHints) {
        m_painter.setRenderHints(m_painter.renderHints(), false);
        m_painter.setRenderHints(now.renderHints(), true);
    }
}

// Where the widget's painter is, with its clip. Returns what that lets through.
QRectF WitnessEngine::aim()
{
    QRectF through(QPointF(), QSizeF(m_image.size()));
    m_painter.setTransform(QTransform());
    m_painter.setClipping(false);
    const QRegion widget = systemClip();
    if (!widget.isEmpty()) {
        m_painter.setClipRegion(widget);
        through &= widget.boundingRect();
    }
    m_painter.setTransform(state->transform());
    if (painter()->hasClipping()) {
        const QPainterPath path = painter()->clipPath();
        m_painter.setClipPath(path, widget.isEmpty() ? Qt::ReplaceClip : Qt::IntersectClip);
        through &= state->transform().mapRect(path.boundingRect());
    }
    return through;
}

void WitnessEngine::drawTextItem(const QPointF& place, const QTextItem& item)
{
    const QRectF through = aim();
    Note note;
    note.text.words = item.text();
    const QRectF glyphs = QFontMetricsF(item.font()).tightBoundingRect(item.text());
    note.text.place = state->transform().mapRect(glyphs.translated(place));
    note.text.seen = note.text.place & through;
    note.text.size = QFontInfo(item.font()).pixelSize()
        * std::sqrt(std::abs(state->transform().determinant()));
    note.text.ink = m_painter.pen().color();
    note.area = note.text.seen.toAlignedRect() & m_image.rect();
    const bool seen = !note.area.isEmpty() && !item.text().trimmed().isEmpty();
    if (seen) {
        note.before = m_image.copy(note.area);
        judge(note.text, note.before, m_painter.opacity());
    }
    m_painter.drawTextItem(place, item);
    if (!seen)
        return;
    note.after = m_image.copy(note.area);
    m_notes.push_back(std::move(note));
}

void WitnessEngine::judge(PaintedText& text, const QImage& before, double opacity)
{
    QHash<QRgb, int> grounds;
    for (int y = 0; y < before.height(); ++y) {
        const auto* const line = reinterpret_cast<const QRgb*>(before.constScanLine(y));
        for (int x = 0; x < before.width(); ++x)
            ++grounds[line[x]];
    }
    const double share = opacity * text.ink.alphaF();
    for (auto it = grounds.cbegin(); it != grounds.cend(); ++it) {
        if (it.value() < kGroundShare * before.width() * before.height())
            continue;
        const QColor ground = QColor::fromRgb(it.key());
        const QColor ink = share >= kOpaque ? text.ink : blended(ground, text.ink, share);
        if (const double apart = contrast(ink, ground); apart < text.contrast) {
            text.contrast = apart;
            text.worstGround = ground;
        }
    }
}

Witnessed WitnessEngine::result() const
{
    Witnessed result { m_image, {} };
    for (const Note& note : m_notes) {
        PaintedText text = note.text;
        int inked = 0;
        int changed = 0;
        for (int y = 0; y < note.area.height(); ++y) {
            for (int x = 0; x < note.area.width(); ++x) {
                if (note.before.pixel(x, y) == note.after.pixel(x, y))
                    continue;
                ++inked;
                changed
                    += note.after.pixel(x, y) != m_image.pixel(note.area.topLeft() + QPoint(x, y));
            }
        }
        text.covered = inked == 0 ? 0 : static_cast<double>(changed) / inked;
        result.texts.push_back(std::move(text));
    }
    return result;
}

} // namespace ipclab::test
