// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/fold_sign.h"

#include <QCursor>
#include <QPainter>

namespace ipclab {

namespace {

// Lengths at the desk, px.
constexpr int kRadius = 8;
constexpr int kFromRight = 20;
constexpr int kReach = 3; // around it

} // namespace

FoldSign::FoldSign(const Look& look, QGraphicsItem* card)
    : QGraphicsItem(card)
    , m_look(look)
{
    setCursor(Qt::PointingHandCursor);
    setVisible(false);
}

qreal FoldSign::reach(const Look& look)
{
    return look.px(kRadius) + 1.5 * look.scale();
}

void FoldSign::show(MapFold fold, QSizeF cardSize, const QString& tip)
{
    setPos(cardSize.width() - m_look.px(kFromRight), cardSize.height());
    setVisible(fold != MapFold::None);
    setToolTip(tip);
    if (fold == m_fold)
        return;
    m_fold = fold;
    update();
}

bool FoldSign::isAt(QPointF place) const
{
    const qreal reach = m_look.px(kReach);
    return isVisible()
        && sceneBoundingRect().adjusted(-reach, -reach, reach, reach).contains(place);
}

QRectF FoldSign::boundingRect() const
{
    const qreal radius = m_look.px(kRadius) + m_look.scale();
    return { -radius, -radius, 2 * radius, 2 * radius };
}

void FoldSign::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor ink = m_look.colour(m_fold == MapFold::Folded ? Ink::Accent : Ink::QuietText);
    const qreal line = 1.5 * m_look.scale();
    const qreal radius = m_look.px(kRadius);
    painter->setPen(QPen(ink, line));
    painter->setBrush(m_look.colour(Ink::Surface));
    painter->drawEllipse(QPointF(), radius, radius);
    const qreal arm = radius * 0.5;
    painter->setPen(QPen(ink, 1.3 * line));
    painter->drawLine(QPointF(-arm, 0), QPointF(arm, 0));
    if (m_fold == MapFold::Folded)
        painter->drawLine(QPointF(0, -arm), QPointF(0, arm));
}

} // namespace ipclab
