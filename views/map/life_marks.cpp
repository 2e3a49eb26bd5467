// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/life_marks.h"

#include "views/common/contrast.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace ipclab {

namespace {

constexpr qint64 kStill = 900; // ms
constexpr qint64 kFades = 200; // ms, after that
constexpr int kMarkFrame = 16;

// Lengths at the desk, px.
constexpr int kRingOff = 6; // from the card to the ring
constexpr int kMarkPill = 18;
constexpr int kMarkPad = 7;

} // namespace

LifeMarks::LifeMarks(const Look& look)
    : m_look(look)
{
    setZValue(4);
    setAcceptedMouseButtons(Qt::NoButton);
    m_clock.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LifeMarks::step);
}

void LifeMarks::add(Kind kind, qint64 of, const QRectF& around)
{
    std::erase_if(m_marks, [of](const Mark& mark) { return mark.of == of; });
    if (around.isEmpty() || m_marks.size() >= kMost)
        return;
    prepareGeometryChange();
    m_bounds |= reachOf(around);
    m_marks.push_back({ kind, of, around, m_clock.elapsed() });
    wakeForNext();
}

void LifeMarks::move(qint64 of, const QRectF& around)
{
    const auto mark = std::ranges::find(m_marks, of, &Mark::of);
    if (mark == m_marks.end() || around.isEmpty() || mark->around == around)
        return;
    update(reachOf(mark->around));
    prepareGeometryChange();
    m_bounds |= reachOf(around);
    mark->around = around;
    update(reachOf(around));
}

void LifeMarks::clear()
{
    m_timer.stop();
    m_marks.clear();
    prepareGeometryChange();
    m_bounds = {};
}

std::size_t LifeMarks::count(Kind kind) const
{
    return static_cast<std::size_t>(std::ranges::count(m_marks, kind, &Mark::kind));
}

QRectF LifeMarks::reachOf(const QRectF& around) const
{
    const qreal halo = m_look.px(kRingOff + kMarkPill);
    return around.adjusted(-halo, -halo, halo, halo);
}

void LifeMarks::step()
{
    const qint64 now = m_clock.elapsed();
    const qint64 lives = m_look.reducedMotion() ? kStill : kStill + kFades;
    std::erase_if(m_marks, [&](const Mark& mark) {
        if (now - mark.startedAt >= kStill)
            update(reachOf(mark.around));
        return now - mark.startedAt >= lives;
    });
    if (m_marks.empty())
        clear();
    else
        wakeForNext();
}

// While all stand still there is nothing to paint: the next turn is when the oldest begins to fade.
void LifeMarks::wakeForNext()
{
    const qint64 still = kStill - (m_clock.elapsed() - m_marks.front().startedAt);
    m_timer.start(static_cast<int>(std::max<qint64>(kMarkFrame, still)));
}

void LifeMarks::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Mark& mark : m_marks) {
        const qreal faded = static_cast<qreal>(m_clock.elapsed() - mark.startedAt - kStill)
            / static_cast<qreal>(kFades);
        painter->setOpacity(m_look.reducedMotion() ? 1 : 1 - std::clamp(faded, 0.0, 1.0));
        paintMark(*painter, mark);
    }
}

void LifeMarks::paintMark(QPainter& painter, const Mark& mark) const
{
    const bool born = mark.kind == Kind::Born;
    const QColor ink = m_look.colour(born ? Ink::Running : Ink::Gone);
    const QColor ground = m_look.colour(Ink::Surface);
    const qreal off = m_look.px(kRingOff);
    const QRectF ring = mark.around.adjusted(-off, -off, off, off);
    QPen pen(ink, 2.5 * m_look.scale());
    if (!born)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(ring, 2 * off, 2 * off);

    QFont font = m_look.small();
    font.setWeight(QFont::DemiBold);
    const QString words = born ? tr("+ started") : tr("× ended");
    const qreal width = QFontMetricsF(font).horizontalAdvance(words) + 2 * m_look.px(kMarkPad);
    const qreal height = m_look.px(kMarkPill);
    QRectF pill(ring.right() - width - off, ring.top() - height / 2, width, height);
    // Where the map is scrolled, there is no room above its topmost card.
    const qreal seen = painter.worldTransform().inverted().map(QPointF(0, 1)).y();
    pill.moveTop(std::clamp(seen, pill.top(), std::max(pill.top(), ring.center().y())));
    painter.setPen(QPen(ink, 1.5 * m_look.scale()));
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, height / 2, height / 2);
    painter.setFont(font);
    painter.setPen(readable(ink, ground));
    painter.drawText(pill, Qt::AlignCenter, words);
}

} // namespace ipclab
