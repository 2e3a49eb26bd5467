// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/signal_button.h"

#include <QFontMetrics>
#include <QPainter>

namespace ipclab {

namespace {

constexpr int kButtonHeight = 40; // px at the desk
constexpr int kButtonPad = 9;

} // namespace

SignalButton::SignalButton(const Look& look, const QString& name, Ink ink, QWidget* parent)
    : QPushButton(parent)
    , m_look(look)
    , m_ink(ink)
    , m_name(name)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void SignalButton::setName(const QString& name)
{
    m_name = name;
    setAccessibleName(name);
    update();
}

void SignalButton::setAction(const QString& action)
{
    if (action == m_action)
        return;
    m_action = action;
    update();
}

QSize SignalButton::sizeHint() const
{
    return { m_look.px(100), m_look.px(kButtonHeight) };
}

QSize SignalButton::minimumSizeHint() const
{
    return { m_look.px(60), m_look.px(kButtonHeight) };
}

QRect SignalButton::words() const
{
    const int pad
        = m_look.px(m_look.projector() ? kButtonPad / 2 : kButtonPad); // letters take the room
    return rect().adjusted(pad, m_look.px(5), -pad, -m_look.px(5));
}

bool SignalButton::cut() const
{
    return QFontMetrics(m_look.small()).horizontalAdvance(m_action) > words().width();
}

void SignalButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = isEnabled() && (hasFocus() || underMouse());
    const qreal line = (hasFocus() ? 2 : 1) * m_look.scale();
    painter.setPen(QPen(m_look.colour(strong ? Ink::Accent : Ink::Line), line));
    painter.setBrush(isDown() ? m_look.wash(Ink::Accent) : m_look.colour(Ink::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2),
        m_look.px(6), m_look.px(6));
    const QRect words = this->words();
    QFont name = m_look.strong();
    name.setPixelSize(m_look.px(12));
    painter.setFont(name);
    painter.setPen(m_look.colour(isEnabled() ? m_ink : Ink::Gone));
    const Qt::Alignment height = m_action.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop;
    painter.drawText(words, static_cast<int>((height | Qt::AlignLeft).toInt()), m_name);
    if (m_action.isEmpty())
        return;
    painter.setFont(m_look.small());
    painter.setPen(m_look.colour(isEnabled() ? Ink::QuietText : Ink::Gone));
    painter.drawText(words, Qt::AlignBottom | Qt::AlignLeft,
        QFontMetrics(m_look.small()).elidedText(m_action, Qt::ElideRight, words.width()));
}

} // namespace ipclab
