// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/signal_button.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kButtonHeight = 40; // px at the desk
constexpr int kButtonPad = 9;
constexpr int kButtonMargin = 5; // above and below

QFont nameFont(const Look& look)
{
    QFont font = look.strong();
    font.setPixelSize(look.px(12));
    return font;
}

} // namespace

SignalButton::SignalButton(const Look& look, const QString& name, Ink ink, QWidget* parent)
    : QPushButton(parent)
    , m_look(look)
    , m_ink(ink)
    , m_name(name)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum); // as high as its neighbour
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
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
    updateGeometry();
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

int SignalButton::heightForWidth(int width) const
{
    const int lines = actionIn(wordsIn({ 0, 0, width, m_look.px(1000) })).height();
    const int around = QFontMetrics(nameFont(m_look)).height() + 2 * m_look.px(kButtonMargin);
    return std::max(m_look.px(kButtonHeight), around + lines);
}

QRect SignalButton::wordsIn(const QRect& whole) const
{
    const int pad
        = m_look.px(m_look.projector() ? kButtonPad / 2 : kButtonPad); // letters take the room
    return whole.adjusted(pad, m_look.px(kButtonMargin), -pad, -m_look.px(kButtonMargin));
}

// In as many lines as it takes.
QRect SignalButton::actionIn(const QRect& words) const
{
    return m_action.isEmpty()
        ? QRect()
        : QFontMetrics(m_look.small())
              .boundingRect(words, Qt::AlignLeft | Qt::TextWordWrap, m_action);
}

bool SignalButton::cut() const
{
    return actionIn(wordsIn(rect())).width() > wordsIn(rect()).width()
        || heightForWidth(width()) > height();
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
    const QRect words = wordsIn(rect());
    painter.setFont(nameFont(m_look));
    painter.setPen(m_look.colour(isEnabled() ? m_ink : Ink::Gone));
    const Qt::Alignment height = m_action.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop;
    painter.drawText(words, static_cast<int>((height | Qt::AlignLeft).toInt()), m_name);
    if (m_action.isEmpty())
        return;
    painter.setFont(m_look.small());
    painter.setPen(m_look.colour(isEnabled() ? Ink::QuietText : Ink::Gone));
    painter.drawText(words.adjusted(0, QFontMetrics(nameFont(m_look)).height(), 0, 0),
        Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, m_action);
}

} // namespace ipclab
