// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/link_item.h"

#include "views/common/contrast.h"

#include <QPainter>
#include <QPolygonF>

namespace ipclab {

namespace {

constexpr int kHead = 10; // px at the desk
constexpr qreal kAside = 0.45;

// A head at `tip`, for a line that comes against `out`.
void paintHead(QPainter& painter, QPointF tip, QPointF out, qreal length)
{
    const QPointF across(-out.y(), out.x());
    const QPointF base = tip + out * length;
    painter.drawPolygon(
        QPolygonF { tip, base + across * length * 0.48, base - across * length * 0.48 });
}

} // namespace

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
    setZValue(own ? 0.4 : 0);
    update();
}

void LinkItem::relook()
{
    prepareGeometryChange();
    update();
}

QRectF LinkItem::boundingRect() const
{
    const qreal halo = m_look.px(kHead);
    return m_path.boundingRect().adjusted(-halo, -halo, halo, halo);
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
    const qreal width = (m_facts.deadlock       ? 3.2
                                : m_facts.quiet ? 1.5
                                                : 2.2)
        * (m_own ? 1.5 : 1) * m_look.scale();
    const qreal head = m_look.px(m_facts.quiet ? kHead - 2 : kHead);
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
