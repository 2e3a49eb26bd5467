// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/lanes_key.h"

#include "views/common/look.h"
#include "views/lanes/lane_paint.h"
#include "views/lanes/lane_words.h"

#include <QPainter>

namespace ipclab {

namespace {

constexpr int kSample = 20; // px
constexpr int kGap = 5;

} // namespace

StateKey::StateKey(const Look& look, LaneState state, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_state(state)
{
}

QSize StateKey::sizeHint() const
{
    const QFontMetrics metrics(m_look.small());
    return { m_look.px(kSample + kGap + 2) + metrics.horizontalAdvance(stateName(m_state)),
        metrics.height() + m_look.px(2) };
}

void StateKey::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(m_look.small());
    const int tall = m_look.px(12);
    paintBar(painter, LaneInks(m_look), QRect(0, (height() - tall) / 2, m_look.px(kSample), tall),
        m_state, {});
    painter.setPen(m_look.colour(Ink::QuietText));
    painter.drawText(
        rect().adjusted(m_look.px(kSample + kGap), 0, 0, 0), Qt::AlignVCenter, stateName(m_state));
}

ArrowKey::ArrowKey(const Look& look, ArrowKind kind, QWidget* parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_kind(kind)
{
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

QSize ArrowKey::sizeHint() const
{
    const QFontMetrics metrics(m_look.small());
    return { m_look.px(kSample + kGap + 8) + metrics.horizontalAdvance(text()),
        metrics.height() + m_look.px(4) };
}

void ArrowKey::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(m_look.colour(hasFocus() ? Ink::Accent : Ink::Line), m_look.px(1)));
    painter.setBrush(isChecked() ? QBrush(m_look.wash(Ink::Accent)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, m_look.px(4), m_look.px(4));
    painter.setOpacity(isChecked() ? 1 : 0.45);
    const qreal middle = height() / 2.0;
    paintArrow(painter, m_look, QLineF(m_look.px(5), middle, m_look.px(kSample + 2), middle),
        m_kind, false, arrowStamps(m_look, false, 0, devicePixelRatioF()));
    painter.setOpacity(1);
    QFont font = m_look.small();
    font.setStrikeOut(!isChecked());
    painter.setFont(font);
    painter.setPen(m_look.colour(isChecked() ? Ink::Text : Ink::QuietText));
    painter.drawText(
        rect().adjusted(m_look.px(kSample + kGap + 2), 0, 0, 0), Qt::AlignVCenter, text());
}

} // namespace ipclab
