// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/choice_button.h"

#include "views/common/look.h"
#include "views/guide/guide_text.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextDocument>

#include <cmath>
#include <utility>

namespace ipclab {

namespace {

void fill(QTextDocument& document, const QString& html, const QFont& font, int width)
{
    document.setDocumentMargin(0);
    document.setDefaultFont(font);
    document.setHtml(html);
    document.setTextWidth(width);
}

} // namespace

ChoiceButton::ChoiceButton(const Look& look, QString id, QWidget* parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_id(std::move(id))
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceButton::setLabel(const QString& markdown)
{
    setText(plainText(markdown)); // for a screen reader as well
    m_rich = markdown.contains(QLatin1Char('`')) ? richText(markdown, m_look) : QString();
    updateGeometry();
}

// Room on the left for the ring that says: one of these.
QRect ChoiceButton::textRoom(const QRect& whole) const
{
    return whole.adjusted(m_look.px(30), m_look.px(6), -m_look.px(10), -m_look.px(6));
}

int ChoiceButton::heightForWidth(int width) const
{
    const QRect room = textRoom(QRect(0, 0, width, 10'000));
    if (!m_rich.isEmpty()) {
        QTextDocument document;
        fill(document, m_rich, m_look.body(), room.width());
        return static_cast<int>(std::ceil(document.size().height())) + m_look.px(12);
    }
    const QRect text
        = QFontMetrics(m_look.body()).boundingRect(room, Qt::TextWordWrap, this->text());
    return text.height() + m_look.px(12);
}

QSize ChoiceButton::sizeHint() const
{
    return { m_look.px(200), heightForWidth(m_look.px(200)) };
}

QSize ChoiceButton::minimumSizeHint() const
{
    return { m_look.px(80), QFontMetrics(m_look.body()).height() + m_look.px(12) };
}

void ChoiceButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = isChecked() || underMouse() || hasFocus();
    const qreal line = hasFocus() ? m_look.px(2) : m_look.px(1);
    painter.setPen(QPen(m_look.colour(strong ? Ink::Accent : Ink::Line), line));
    painter.setBrush(isChecked() ? m_look.wash(Ink::Accent) : m_look.colour(Ink::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2),
        m_look.px(6), m_look.px(6));
    const QPointF ring(m_look.px(17), height() / 2.0);
    painter.setPen(QPen(m_look.colour(isChecked() ? Ink::Accent : Ink::Gone), m_look.px(1)));
    painter.setBrush(m_look.colour(Ink::Surface));
    painter.drawEllipse(ring, m_look.px(6), m_look.px(6));
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look.colour(Ink::Accent));
        painter.drawEllipse(ring, m_look.px(3), m_look.px(3));
    }
    if (!m_rich.isEmpty())
        return paintRich(painter);
    painter.setPen(m_look.colour(isEnabled() ? Ink::Text : Ink::QuietText));
    painter.setFont(m_look.body());
    painter.drawText(textRoom(rect()), Qt::TextWordWrap | Qt::AlignVCenter, text());
}

void ChoiceButton::paintRich(QPainter& painter) const
{
    const QRect room = textRoom(rect());
    QTextDocument document;
    fill(document, m_rich, m_look.body(), room.width());
    painter.translate(room.left(), room.center().y() + 0.5 - document.size().height() / 2);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(
        QPalette::Text, m_look.colour(isEnabled() ? Ink::Text : Ink::QuietText));
    document.documentLayout()->draw(&painter, context);
}

} // namespace ipclab
