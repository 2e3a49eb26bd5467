// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/family_item.h"

#include "views/common/contrast.h"

#include <QPainter>

namespace ipclab {

namespace {
constexpr int kDot = 3; // radius, px at the desk
}

FamilyItem::FamilyItem(const Look& look)
    : m_look(look)
{
    setZValue(-1);
    setAcceptedMouseButtons(Qt::NoButton);
}

void FamilyItem::show(const QPainterPath& path, bool adopted)
{
    if (path == m_path && adopted == m_adopted)
        return;
    prepareGeometryChange();
    m_path = path;
    m_adopted = adopted;
    update();
}

void FamilyItem::setStrong()
{
    m_strong = true;
    setZValue(0.5);
    update();
}

void FamilyItem::relook()
{
    prepareGeometryChange();
    update();
}

QRectF FamilyItem::boundingRect() const
{
    const qreal halo = m_look.px(kDot + 1);
    return m_path.boundingRect().adjusted(-halo, -halo, halo, halo);
}

void FamilyItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor colour = m_strong
        ? m_look.colour(Ink::Accent)
        : blended(m_look.colour(Ink::Background), m_look.colour(Ink::QuietText), 0.55);
    QPen pen(colour, (m_strong ? 1.8 : 1.2) * m_look.scale(), Qt::SolidLine, Qt::FlatCap);
    if (m_adopted)
        pen.setDashPattern({ 5, 4 });
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_path);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawEllipse(m_path.pointAtPercent(1), m_look.px(kDot), m_look.px(kDot));
}

} // namespace ipclab
