// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/why_box.h"

#include "views/common/accessible_role.h"
#include "views/common/contrast.h"
#include "views/common/css.h"
#include "views/common/wording_tr.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace ipclab {

namespace {

Ink inkOf(WhyTone tone)
{
    switch (tone) {
    case WhyTone::Waiting:
        return Ink::Waiting;
    case WhyTone::Deadlock:
        return Ink::Deadlock;
    case WhyTone::Quiet:
        break;
    }
    return Ink::Line;
}

QColor groundOf(const Look& look, WhyTone tone)
{
    return tone == WhyTone::Quiet ? blended(look.colour(Ink::Surface), look.colour(Ink::Line), 0.25)
                                  : look.wash(inkOf(tone));
}

} // namespace

WhyBox::WhyBox(const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_look(look)
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
{
    setAccessibleRole(*this, QAccessible::Grouping);
    auto* const rows = new QVBoxLayout(this);
    rows->addWidget(m_title);
    rows->addWidget(m_sentence);
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse);
    m_sentence->setFocusPolicy(Qt::NoFocus);
    m_sentence->setObjectName(QStringLiteral("sentence"));
    connect(m_sentence, &QLabel::linkActivated, this, [this](const QString& place) {
        const int link = place.toInt();
        if (link >= 0 && link < static_cast<int>(m_links.size()))
            emit chosen(Target(m_links[static_cast<std::size_t>(link)].target));
    });
}

void WhyBox::show(const ProcessFacts& facts)
{
    m_title->setText(facts.whyTitle);
    setAccessibleName(facts.whyTitle);
    m_why = facts.why;
    m_named = facts.named;
    const bool otherTone = facts.tone != m_tone;
    m_tone = facts.tone;
    showSentence();
    if (otherTone)
        update();
}

void WhyBox::showSentence()
{
    const QColor ground = groundOf(m_look, m_tone);
    const WhyStyle style { m_look.mono().families().constFirst(),
        readable(m_look.colour(Ink::Accent), ground), m_look.colour(Ink::Surface) };
    LinkedText text = linked(m_why, m_named, style, hasFocus() ? m_current : -1);
    m_links = std::move(text.links);
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_links.size()) - 1));
    setFocusPolicy(m_links.empty() ? Qt::NoFocus : Qt::StrongFocus);
    if (text.rich != m_sentence->text())
        m_sentence->setText(text.rich);
    m_sentence->setAccessibleName(m_why);
    describe();
}

// The sentence; and where the keyboard is in it.
void WhyBox::describe()
{
    QString words = m_why;
    if (hasFocus() && !m_links.empty())
        words = InspectorWords::tr("%1: link %2 of %3. %4")
                    .arg(m_links[static_cast<std::size_t>(m_current)].name,
                        QString::number(m_current + 1), QString::number(m_links.size()), m_why);
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void WhyBox::relook()
{
    const int pad = m_look.px(12);
    layout()->setContentsMargins(pad, m_look.px(10), pad, m_look.px(11));
    layout()->setSpacing(m_look.px(3));
    m_title->setStyleSheet(css(m_look.strong(), m_look.colour(Ink::Text)));
    m_sentence->setStyleSheet(css(m_look.body(), m_look.colour(Ink::Text)));
    showSentence();
    update();
}

void WhyBox::focusInEvent(QFocusEvent* event)
{
    QFrame::focusInEvent(event);
    showSentence();
    update();
}

void WhyBox::focusOutEvent(QFocusEvent* event)
{
    QFrame::focusOutEvent(event);
    showSentence();
    update();
}

void WhyBox::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_links.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        m_current = std::max(0, m_current - 1);
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        m_current = std::max(0, std::min(last, m_current + 1));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (last >= 0)
            emit chosen(Target(m_links[static_cast<std::size_t>(m_current)].target));
        return;
    default:
        QFrame::keyPressEvent(event);
        return;
    }
    showSentence();
}

void WhyBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = m_look.colour(inkOf(m_tone));
    const QColor surface = m_look.colour(Ink::Surface);
    const QColor edge = m_tone == WhyTone::Quiet ? ink : blended(surface, ink, 0.6);
    const qreal line = (hasFocus() ? 2 : 1) * m_look.scale();
    painter.setPen(QPen(hasFocus() ? m_look.colour(Ink::Accent) : edge, line));
    painter.setBrush(groundOf(m_look, m_tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2),
        m_look.px(8), m_look.px(8));
}

} // namespace ipclab
