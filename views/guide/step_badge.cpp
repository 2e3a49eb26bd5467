// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/step_badge.h"

#include "views/common/look.h"

#include <QPainter>

namespace ipclab {

StepBadge::StepBadge(const Look& look, const GuideStep& step, int number, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_state(step.state)
    , m_shown(step.shown)
    , m_number(number)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize StepBadge::sizeHint() const
{
    return { m_look.px(20), m_look.px(20) };
}

void StepBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF disc = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (m_shown) {
        const qreal unit = width() / 20.0;
        painter.setPen(QPen(m_look.colour(Ink::Accent), m_look.px(1)));
        painter.drawEllipse(disc);
        painter.setBrush(m_look.colour(Ink::Accent));
        const QPointF triangle[]
            = { { 8 * unit, 6 * unit }, { 8 * unit, 14 * unit }, { 14 * unit, 10 * unit } };
        painter.drawPolygon(triangle, 3);
        return;
    }
    if (m_state == GuideStage::Done) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look.colour(Ink::ReadBytes));
        painter.drawEllipse(disc);
        QPen pen(m_look.dark() ? m_look.colour(Ink::Background) : QColor(Qt::white), m_look.px(2),
            Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        painter.setPen(pen);
        const qreal unit = width() / 20.0;
        const QPointF tick[]
            = { { 6 * unit, 10.3 * unit }, { 8.8 * unit, 13 * unit }, { 14 * unit, 7.2 * unit } };
        painter.drawPolyline(tick, 3);
        return;
    }
    const bool now = m_state == GuideStage::Current;
    painter.setPen(QPen(m_look.colour(now ? Ink::Accent : Ink::Gone), m_look.px(1)));
    painter.setBrush(now ? m_look.colour(Ink::Accent) : QColor(Qt::transparent));
    painter.drawEllipse(disc);
    QFont font = m_look.small();
    font.setWeight(now ? QFont::Bold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(m_look.colour(now ? Ink::OnAccent : Ink::QuietText));
    painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
}

} // namespace ipclab
