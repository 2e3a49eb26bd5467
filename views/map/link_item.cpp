// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/link_item.h"

#include "views/common/contrast.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

namespace ipclab {

namespace {

constexpr int kArrowHead = 10; // px at the desk
constexpr qreal kAside = 0.45;

// A head at `tip`, for a line that comes against `out`.
void paintHead(QPainter& painter, QPointF tip, QPointF out, qreal length)
{
    const QPointF across(-out.y(), out.x());
    const QPointF base = tip + out * length;
    painter.drawPolygon(
        QPolygonF { tip, base + across * length * 0.48, base - across * length * 0.48 });
}

QFont chipFont(const Look& look)
{
    QFont font = look.small();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

// As a shell's prompt, and the letter where there are several terminals.
QString chipText(const QString& tubeName)
{
    return QStringLiteral(">_ ") + tubeName.section(QLatin1Char(' '), -1);
}

QSizeF chipSize(const QString& text, const Look& look)
{
    const QFontMetricsF metrics(chipFont(look));
    return { metrics.horizontalAdvance(text) + look.px(10), metrics.height() };
}

LinkItem::LinkItem(const Look& look)
    : m_look(look)
{
    setZValue(0);
    setAcceptedMouseButtons(Qt::NoButton);
}

void LinkItem::show(const LinkFacts& facts)
{
    if (facts == m_facts)
        return;
    prepareGeometryChange();
    m_facts = facts;
    m_path = facts.shape.path();
    update();
}

void LinkItem::setStanding(bool own, bool aside)
{
    setOpacity(aside ? kAside : 1);
    if (own == m_own)
        return;
    m_own = own;
    constexpr qreal kOverCards = 2.5; // it is the only one of many that is seen
    setZValue(!own ? 0 : m_facts.chip.isEmpty() ? 0.4 : kOverCards);
    update();
}

void LinkItem::relook()
{
    prepareGeometryChange();
    update();
}

QRectF LinkItem::boundingRect() const
{
    const qreal halo = m_look.px(kArrowHead);
    return (m_path.boundingRect() | m_facts.chipAt).adjusted(-halo, -halo, halo, halo);
}

void LinkItem::paintChip(QPainter& painter, const QColor& colour) const
{
    const QColor ground = m_look.colour(Ink::Surface);
    const qreal round = m_facts.chipAt.height() / 3;
    painter.setPen(QPen(colour, m_look.scale()));
    painter.setBrush(ground);
    painter.drawRoundedRect(m_facts.chipAt, round, round);
    painter.setFont(chipFont(m_look));
    painter.setPen(readable(colour, ground));
    painter.drawText(m_facts.chipAt, Qt::AlignCenter, m_facts.chip);
}

void LinkItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const bool waits = m_facts.role == MapLink::Role::Waits;
    const bool owns = m_facts.role == MapLink::Role::Owns;
    const QColor colour = m_facts.deadlock ? m_look.colour(Ink::Deadlock)
        : waits                            ? m_look.colour(Ink::Waiting)
        : owns                             ? m_look.colour(Ink::Text)
        : !m_facts.bytes                   ? m_look.colour(Ink::QuietText)
        : m_facts.quiet
        ? blended(m_look.colour(Ink::Background), m_look.colour(Ink::QuietText), 0.6)
        : m_look.colour(Ink::KernelBytes);
    if (!m_facts.chip.isEmpty()) {
        paintChip(*painter, colour);
        if (!m_own)
            return;
    }
    const qreal width = (m_facts.deadlock       ? 3.2
                                : m_facts.quiet ? 1.5
                                                : 2.2)
        * (m_own ? 1.5 : 1) * m_look.scale();
    const qreal head = m_look.px(m_facts.quiet ? kArrowHead - 2 : kArrowHead);
    // The line ends inside the head, so that its end does not blunt the tip.
    LinkShape line = m_facts.shape;
    if (m_facts.reads)
        line.atCard += line.outOfCard * head * 0.8;
    if (m_facts.writes)
        line.atTube += line.outOfTube * head * 0.8;
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap);
    if (waits) // what is only wished for
        pen.setDashPattern({ 3, 1.6 });
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(line.path());
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    if (owns) // in its hand
        painter->drawEllipse(m_facts.shape.atTube, head * 0.45, head * 0.45);
    if (m_facts.reads)
        paintHead(*painter, m_facts.shape.atCard, m_facts.shape.outOfCard, head);
    if (m_facts.writes)
        paintHead(*painter, m_facts.shape.atTube, m_facts.shape.outOfTube, head);
}

} // namespace ipclab
