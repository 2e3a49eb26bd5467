// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is behind the cards, and in place of them where there are none.
#include "views/common/contrast.h"
#include "views/common/look.h"
#include "views/common/time_cursor.h"
#include "views/map/map_scene.h"
#include "views/map/map_view.h"

#include <QPainter>

namespace ipclab {

namespace {

constexpr int kDots = 20; // px between the dots of the ground

} // namespace

// The ground is one tile, painted once a look: thousands of dots a frame would cost more than all
// the rest.
void MapView::layGround()
{
    const Look& look = m_context.look;
    const int step = look.px(kDots);
    const qreal ratio = devicePixelRatioF();
    m_ground = QPixmap(QSize(step, step) * ratio);
    m_ground.setDevicePixelRatio(ratio);
    m_ground.fill(look.colour(Ink::Background));
    if (look.highContrast())
        return; // nothing is behind text
    QPainter painter(&m_ground);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(blended(look.colour(Ink::Background), look.colour(Ink::Line), 0.85));
    const qreal dot = 1.1 * look.scale();
    painter.drawEllipse(QPointF(step / 2.0, step / 2.0), dot, dot);
}

void MapView::drawBackground(QPainter* painter, const QRectF& rect)
{
    if (m_ground.isNull() || m_ground.devicePixelRatio() != devicePixelRatioF())
        layGround();
    const QRect shown = mapFromScene(rect).boundingRect().adjusted(-1, -1, 1, 1);
    const QPoint origin = mapFromScene(QPointF());
    painter->save();
    painter->resetTransform();
    painter->drawTiledPixmap(shown, m_ground, shown.topLeft() - origin);
    painter->restore();
}

void MapView::drawForeground(QPainter* painter, const QRectF&)
{
    if (!m_scene->graph().cards.empty())
        return;
    const Look& look = m_context.look;
    painter->save();
    painter->resetTransform();
    const QRect room
        = viewport()->rect().adjusted(look.px(40), look.px(20), -look.px(40), -look.px(20));
    painter->setFont(look.body());
    painter->setPen(look.colour(Ink::QuietText));
    painter->drawText(room, Qt::AlignCenter | Qt::TextWordWrap, emptyText());
    painter->restore();
}

void MapView::setReplay(bool replay)
{
    m_replay = replay;
    viewport()->update();
}

QString MapView::emptyText() const
{
    if (m_context.cursor.end() > m_context.cursor.moment())
        return tr("Nothing has begun at this moment.\nGo on in time, and each process and each "
                  "channel appears here when the kernel makes it.");
    if (m_replay)
        return tr("Nothing was recorded in this session.");
    return tr("Nothing runs here yet.\nRun a program, and each process and each channel that the "
              "kernel makes for it appears here.");
}

} // namespace ipclab
