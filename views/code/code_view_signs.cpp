// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What differs from another text: a sign beside the number, and a tint where that is asked for.
#include "views/code/code_view.h"
#include "views/common/contrast.h"
#include "views/common/look.h"

#include <QPainter>
#include <QTextBlock>

#include <algorithm>
#include <iterator>

namespace ipclab {

namespace {

QString signText(LineSign sign)
{
    switch (sign) {
    case LineSign::Added:
        return QStringLiteral("+");
    case LineSign::Changed:
        return QStringLiteral("~");
    case LineSign::RemovedBefore:
    case LineSign::RemovedAfter:
    case LineSign::Removed:
        break;
    }
    return QStringLiteral("\u2212");
}

} // namespace

void CodeView::setSigns(std::vector<SignedLine> signs, bool tinted)
{
    if (signs == m_signs && tinted == m_signsTinted)
        return;
    m_signs = std::move(signs);
    m_signsTinted = tinted;
    tintLines();
    placeNumbers();
}

void CodeView::setNumbers(std::vector<int> numbers)
{
    m_shownNumbers = std::move(numbers);
    m_numbers->update();
}

// The first line of each change; after the last comes the first.
void CodeView::goToSign(int by)
{
    std::vector<int> begins;
    for (std::size_t i = 0; i < m_signs.size(); ++i) {
        if (i == 0 || m_signs[i].line > m_signs[i - 1].line + 1)
            begins.push_back(m_signs[i].line);
    }
    if (begins.empty())
        return;
    const int here = textCursor().blockNumber() + 1;
    const auto next
        = by > 0 ? std::ranges::upper_bound(begins, here) : std::ranges::lower_bound(begins, here);
    if (by > 0)
        showLine(next == begins.end() ? begins.front() : *next);
    else
        showLine(next == begins.begin() ? begins.back() : *std::prev(next));
}

QString CodeView::numberOf(int block) const
{
    if (m_shownNumbers.empty())
        return QString::number(block + 1);
    const auto at = static_cast<std::size_t>(block);
    const int number = at < m_shownNumbers.size() ? m_shownNumbers[at] : 0;
    return number > 0 ? QString::number(number) : QString();
}

QColor CodeView::colourOf(LineSign sign) const
{
    switch (sign) {
    case LineSign::Added:
        return m_look.colour(Ink::ReadBytes);
    case LineSign::Changed:
        return m_look.colour(Ink::KernelBytes);
    case LineSign::RemovedBefore:
    case LineSign::RemovedAfter:
    case LineSign::Removed:
        break;
    }
    return m_look.colour(Ink::Deadlock);
}

QList<QTextEdit::ExtraSelection> CodeView::signTints() const
{
    QList<QTextEdit::ExtraSelection> tints;
    if (!m_signsTinted)
        return tints;
    for (const SignedLine& one : m_signs) {
        QTextEdit::ExtraSelection line;
        line.format.setBackground(blended(m_look.colour(Ink::Surface), colourOf(one.sign), 0.12));
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        line.cursor = QTextCursor(document()->findBlockByNumber(one.line - 1));
        tints += line;
    }
    return tints;
}

// In a column of their own, right of the numbers; what is gone stands between two lines.
void CodeView::paintSigns(QPainter& painter) const
{
    const QColor ground = blended(m_look.colour(Ink::Surface), m_look.colour(Ink::Background), 0.5);
    QFont font = m_look.mono();
    font.setBold(true);
    painter.save();
    painter.setFont(font);
    const int room = m_look.px(16);
    const int above = firstVisibleBlock().blockNumber(); // a line that is not seen, from 1
    for (auto sign = std::ranges::lower_bound(m_signs, above, {}, &SignedLine::line);
         sign != m_signs.end(); ++sign) {
        const SignedLine& one = *sign;
        QRect rect = lineRect(one.line);
        if (rect.isEmpty() && one.line > above + 1)
            break; // it is below, and so are the others
        if (rect.isEmpty())
            continue;
        rect.setLeft(m_numbers->width() - room - m_look.px(2));
        rect.setWidth(room);
        if (one.sign == LineSign::RemovedBefore)
            rect.translate(0, -rect.height() / 2);
        else if (one.sign == LineSign::RemovedAfter)
            rect.translate(0, rect.height() / 2);
        painter.setPen(readable(colourOf(one.sign), ground));
        painter.drawText(rect, Qt::AlignCenter, signText(one.sign));
    }
    painter.restore();
}

} // namespace ipclab
