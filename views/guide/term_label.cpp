// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/term_label.h"

#include "views/common/look.h"

#include <QAbstractTextDocumentLayout>
#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextFragment>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

constexpr int kReadingTime = 60'000; // ms; asked for by key, it stays until another key

bool isCode(const QTextCharFormat& format, const QFont& mono)
{
    return format.fontFixedPitch() || format.isAnchor()
        || format.fontFamilies().toStringList() == mono.families();
}

// The text of a block with code blanked out, so that places in it stay.
QString wordsOf(const QTextBlock& block, const QFont& mono)
{
    QString words = block.text();
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        const QTextFragment fragment = part.fragment();
        if (isCode(fragment.charFormat(), mono))
            words.replace(fragment.position() - block.position(), fragment.length(),
                QString(fragment.length(), QLatin1Char('_')));
    }
    return words;
}

} // namespace

TermLabel::TermLabel(const Look& look, QWidget* parent)
    : TextLabel(parent)
    , m_look(look)
{
    m_document.setUndoRedoEnabled(false);
}

void TermLabel::setTextAndTerms(const QString& html, std::set<std::size_t>& known)
{
    setText(html);
    m_document.setHtml(html);
    m_now = 0;
    findTerms(known);
    setMouseTracking(!m_marked.empty());
    setFocusPolicy(m_marked.empty() ? Qt::NoFocus : Qt::TabFocus);
    QStringList said;
    for (std::size_t i = 0; i < m_marked.size(); ++i)
        said += sentenceOf(i);
    setAccessibleDescription(said.join(QLatin1Char(' ')));
    update();
}

void TermLabel::findTerms(std::set<std::size_t>& known)
{
    m_marked.clear();
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        for (TermFound found : termsIn(wordsOf(block, m_look.mono()), known)) {
            found.position += block.position();
            m_marked.push_back(found);
        }
    }
}

QString TermLabel::sentenceOf(std::size_t marked) const
{
    const Term& term = glossary().at(m_marked.at(marked).term);
    return tr("%1: %2").arg(term.word, term.meaning);
}

QStringList TermLabel::markedWords() const
{
    QStringList words;
    for (const TermFound& found : m_marked) {
        QTextCursor cursor(&m_document);
        cursor.setPosition(static_cast<int>(found.position));
        cursor.setPosition(
            static_cast<int>(found.position + found.length), QTextCursor::KeepAnchor);
        words += cursor.selectedText();
    }
    return words;
}

// As QLabel does it: no margin of the document's own, wrapped to what its sheet leaves.
void TermLabel::layOut() const
{
    if (m_document.defaultFont() != font())
        m_document.setDefaultFont(font());
    m_document.setDocumentMargin(0);
    QTextOption option = m_document.defaultTextOption();
    if (option.wrapMode() != QTextOption::WordWrap) {
        option.setWrapMode(QTextOption::WordWrap);
        m_document.setDefaultTextOption(option);
    }
    if (m_document.textWidth() != contentsRect().width())
        m_document.setTextWidth(contentsRect().width());
    (void)m_document.size(); // its lines are there from now on
}

QPointF TermLabel::textTop() const
{
    const QRectF room = contentsRect();
    return { room.left(),
        room.top() + std::max((room.height() - m_document.size().height()) / 2, 0.0) };
}

QRect TermLabel::roomOf(std::size_t marked) const
{
    layOut();
    const TermFound& found = m_marked.at(marked);
    const QTextBlock block = m_document.findBlock(static_cast<int>(found.position));
    const auto start = static_cast<int>(found.position) - block.position();
    const QTextLine line = block.layout()->lineForTextPosition(start);
    if (!line.isValid())
        return {};
    const int lineEnd = line.textStart() + line.textLength();
    const qreal left = line.cursorToX(start);
    const qreal right = line.cursorToX(std::min(start + static_cast<int>(found.length), lineEnd));
    const QPointF top = textTop() + m_document.documentLayout()->blockBoundingRect(block).topLeft()
        + QPointF(left, line.y());
    return QRectF(top, QSizeF(right - left, line.height())).toAlignedRect();
}

std::optional<std::size_t> TermLabel::termAt(QPoint position) const
{
    for (std::size_t i = 0; i < m_marked.size(); ++i) {
        if (roomOf(i).contains(position))
            return i;
    }
    return std::nullopt;
}

void TermLabel::explain(std::size_t marked, bool stays)
{
    const Term& term = glossary().at(m_marked.at(marked).term);
    const QRect room = roomOf(marked);
    QToolTip::showText(mapToGlobal(room.bottomLeft()),
        QStringLiteral("<qt><b>%1</b>: %2</qt>")
            .arg(term.word.toHtmlEscaped(), term.meaning.toHtmlEscaped()),
        this, stays ? QRect() : room, stays ? kReadingTime : -1);
}

void TermLabel::goOn(int by)
{
    const auto count = static_cast<int>(m_marked.size());
    m_now = static_cast<std::size_t>((static_cast<int>(m_now) + by + count) % count);
    update();
    setAccessibleDescription(sentenceOf(m_now));
    QAccessibleEvent said(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&said);
    explain(m_now, true);
}

void TermLabel::keyPressEvent(QKeyEvent* event)
{
    if (m_marked.empty())
        return TextLabel::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return goOn(-1);
    case Qt::Key_Right:
        return goOn(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return goOn(0);
    case Qt::Key_Escape:
        if (QToolTip::isVisible())
            return QToolTip::hideText();
        break;
    default:
        break;
    }
    TextLabel::keyPressEvent(event);
}

bool TermLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto term = termAt(static_cast<QHelpEvent*>(event)->pos());
        if (term)
            explain(*term, false);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::FocusOut && !m_marked.empty())
        QToolTip::hideText();
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return TextLabel::event(event);
}

void TermLabel::mouseMoveEvent(QMouseEvent* event)
{
    if (termAt(event->position().toPoint()))
        setCursor(Qt::WhatsThisCursor);
    else
        unsetCursor();
    TextLabel::mouseMoveEvent(event);
}

void TermLabel::mousePressEvent(QMouseEvent* event)
{
    if (const auto term = termAt(event->position().toPoint()))
        return explain(*term, true);
    TextLabel::mousePressEvent(event);
}

void TermLabel::paintEvent(QPaintEvent* event)
{
    TextLabel::paintEvent(event);
    if (m_marked.empty())
        return;
    layOut();
    QPainter painter(this);
    QColor ink = palette().color(foregroundRole());
    ink.setAlphaF(0.65F);
    const int thick = std::max(1, m_look.px(1));
    const int descent = fontMetrics().descent();
    for (std::size_t i = 0; i < m_marked.size(); ++i) {
        const QRect room = roomOf(i);
        painter.setPen(QPen(ink, thick, Qt::DotLine, Qt::FlatCap));
        const int y = room.bottom() - std::max(descent - 2 * thick, 0);
        painter.drawLine(room.left(), y, room.right(), y);
        if (!hasFocus() || i != m_now)
            continue;
        painter.setPen(QPen(m_look.colour(Ink::Accent), 2 * thick));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawRoundedRect(room.adjusted(-2, 0, 2, 0), m_look.px(3), m_look.px(3));
    }
}

} // namespace ipclab
