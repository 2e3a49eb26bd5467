// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/tube_item.h"

#include "views/common/contrast.h"
#include "views/map/level_fill.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace ipclab {

namespace {

// Lengths at the desk, px.
constexpr int kTubeWidth = 178;
constexpr int kDirectionRow = 30; // of one direction
constexpr int kHalfRow = 21; // of one of two
constexpr int kLock = 38; // with its shackle
constexpr int kNote = 15;
// The same where letters are large, and take the room.
constexpr int kProjectedWidth = 170;
constexpr int kProjectedNote = 14;
constexpr int kAbove = 4; // of the first note
constexpr int kTubeHalo = 7;

qreal tubeHeight(const TubeFacts& facts, const Look& look)
{
    if (facts.flows.empty() && facts.shape == TubeShape::Lock)
        return look.px(kLock);
    return look.px(facts.flows.size() > 1 ? 2 * kHalfRow : kDirectionRow);
}

qreal noteHeight(const Look& look)
{
    return look.px(look.projector() ? kProjectedNote : kNote);
}

} // namespace

TubeItem::TubeItem(const Look& look)
    : m_look(look)
{
    setFlags(ItemIsMovable | ItemSendsGeometryChanges);
    setZValue(1);
}

void TubeItem::show(const TubeFacts& facts)
{
    const QSizeF size = boxFor(facts, m_look).size;
    const bool other
        = size != m_size || facts.shape != m_facts.shape || facts.deadlock != m_facts.deadlock;
    if (size != m_size) {
        prepareGeometryChange();
        m_size = size;
    }
    if (facts != m_facts) {
        m_facts = facts;
        setToolTip(facts.tip);
        update();
    }
    if (other)
        reshape();
}

void TubeItem::setStanding(Standing standing)
{
    if (standing == m_standing)
        return;
    m_standing = standing;
    setOpacity(opacityOf(standing));
    reshape();
}

void TubeItem::relook()
{
    prepareGeometryChange();
    m_size = boxFor(m_facts, m_look).size;
    reshape();
}

QRectF TubeItem::tube() const
{
    return { 0, 0, m_size.width(), tubeHeight(m_facts, m_look) };
}

MapBox TubeItem::boxFor(const TubeFacts& facts, const Look& look)
{
    const qreal tube = tubeHeight(facts, look);
    // Two lines are reserved, so that a first byte moves nothing.
    const int width = look.projector() ? kProjectedWidth : kTubeWidth;
    return { { qreal(look.px(width)), tube + look.px(kAbove) + 2 * noteHeight(look) }, tube / 2 };
}

QRectF TubeItem::boundingRect() const
{
    const qreal halo = m_look.px(kTubeHalo);
    return QRectF(QPointF(), m_size).adjusted(-halo, -halo, halo, halo);
}

void TubeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    paintFlows(*painter);
    paintNotes(*painter);
}

qreal TubeItem::lineWidth() const
{
    return (m_standing.selected || m_facts.deadlock ? 2.4 : 1.4) * m_look.scale();
}

void TubeItem::reshape()
{
    const qreal half = lineWidth() / 2;
    m_outline
        = tubeOutline(m_facts.shape, tube().adjusted(half, half, -half, -half), m_look.scale());
    update();
}

void TubeItem::paintFlows(QPainter& painter) const
{
    const QRectF rect = tube();
    const QRectF body = tubeBody(m_facts.shape, rect, m_look.scale());
    // What carries no bytes has not their colour.
    const QColor ink = m_look.colour(m_facts.flows.empty() ? Ink::QuietText : Ink::KernelBytes);
    const QColor ground = blended(m_look.colour(Ink::Surface), ink, m_look.dark() ? 0.16 : 0.10);
    painter.fillPath(m_outline, ground);
    paintLevels(painter, body, ground);
    painter.strokePath(m_outline,
        QPen(m_facts.deadlock         ? m_look.colour(Ink::Deadlock)
                : m_standing.selected ? m_look.colour(Ink::Accent)
                                      : ink,
            lineWidth()));
    const qreal row
        = body.height() / static_cast<qreal>(std::max<std::size_t>(1, m_facts.flows.size()));
    qreal y = body.top();
    for (const TubeFacts::Flow& flow : m_facts.flows) {
        paintWords(painter, { 0, y, rect.width(), row }, ground, flow);
        y += row;
    }
    if (m_facts.flows.empty())
        paintWords(painter, body, ground, {});
    if (m_standing.focused) {
        const qreal off = m_look.px(4);
        const qreal round = m_look.px(kDirectionRow) / 2.0;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_look.colour(Ink::Accent), 2 * m_look.scale()));
        painter.drawRoundedRect(rect.adjusted(-off, -off, off, off), round + off, round + off);
    }
}

void TubeItem::paintLevels(QPainter& painter, const QRectF& body, const QColor& ground) const
{
    if (m_facts.flows.empty())
        return;
    const QColor ink = m_look.colour(Ink::KernelBytes);
    const qreal row = body.height() / static_cast<qreal>(m_facts.flows.size());
    painter.save();
    painter.setClipPath(m_outline);
    qreal y = body.top();
    for (const TubeFacts::Flow& flow : m_facts.flows) {
        const qreal least = m_look.px(9); // any bytes at all are seen
        const qreal width = flow.share > 0 ? std::max(least, body.width() * flow.share) : 0;
        painter.fillRect(QRectF(0, y, width, row), levelFill(m_look, ink));
        if (y > body.top())
            painter.fillRect(QRectF(0, y - m_look.scale() / 2, body.width(), m_look.scale()),
                blended(ground, ink, 0.4));
        y += row;
    }
    painter.restore();
}

void TubeItem::paintWords(
    QPainter& painter, const QRectF& row, const QColor& ground, const TubeFacts::Flow& flow) const
{
    QFont strong = m_look.small();
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(strong);
    const QString label = m_facts.flows.size() > 1 ? flow.to : m_facts.name;
    const QString amount = flow.text.isEmpty() ? QString() : QStringLiteral(" · ") + flow.text;
    // Clear of the ends; "tubería A · 65 536 / 65 536 B" has room between round ones.
    const bool round = m_facts.shape == TubeShape::Pipe || m_facts.shape == TubeShape::Fifo;
    const qreal pad = m_look.px(round ? 7 : 16);
    const QString words = metrics.elidedText(label, Qt::ElideMiddle,
                              row.width() - 2 * pad - metrics.horizontalAdvance(amount))
        + amount;
    const bool plain = m_facts.flows.empty() || flow.share > 0;
    painter.setFont(strong);
    painter.setPen(readable(m_look.colour(plain ? Ink::Text : Ink::KernelBytes), ground));
    painter.drawText(row, Qt::AlignCenter | Qt::TextSingleLine, words);
}

void TubeItem::paintNotes(QPainter& painter) const
{
    qreal y = tube().height() + m_look.px(kAbove);
    QStringList lines { m_facts.notes[0], m_facts.notes[1] };
    if (m_facts.flows.size() > 1) { // the name has no room in two directions
        lines = { m_facts.name, m_facts.notes[0] };
        painter.setPen(m_look.colour(Ink::Text));
    } else {
        painter.setPen(m_look.colour(Ink::QuietText));
    }
    painter.setFont(m_look.small());
    const QFontMetricsF metrics(m_look.small());
    for (const QString& note : lines) {
        // A link that passes here is not to be read as a line through the words.
        const qreal width = std::min(metrics.horizontalAdvance(note), m_size.width());
        if (width > 0)
            painter.fillRect(QRectF((m_size.width() - width) / 2, y, width, noteHeight(m_look)),
                m_look.colour(Ink::Background));
        painter.drawText(QRectF(0, y, m_size.width(), noteHeight(m_look)),
            Qt::AlignCenter | Qt::TextSingleLine,
            metrics.elidedText(note, Qt::ElideRight, m_size.width()));
        painter.setPen(m_look.colour(Ink::QuietText));
        y += noteHeight(m_look);
    }
}

} // namespace ipclab
