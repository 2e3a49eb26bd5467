// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The threads that are in lines of the code: a mark beside the number, a chip at the line's end.
#include "views/code/code_view.h"
#include "views/common/contrast.h"
#include "views/common/look.h"
#include "views/common/plain_tip.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kMostChips = 4; // of a line; the mark beside it stands for the others

} // namespace

void CodeView::setMarks(std::vector<LineMark> marks)
{
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    QStringList said;
    for (const LineMark& mark : m_marks)
        said += tr("Line %1: %2, %3").arg(mark.line).arg(mark.name, mark.words);
    setAccessibleDescription(said.join(QStringLiteral(". ")));
    tintLines();
    viewport()->update();
    m_numbers->update();
}

void CodeView::tintLines()
{
    QList<QTextEdit::ExtraSelection> tinted = signTints();
    int before = 0;
    for (const LineMark& mark : m_marks) {
        if (mark.line == before)
            continue;
        before = mark.line;
        const bool chosen = std::ranges::any_of(
            m_marks, [&](const LineMark& one) { return one.line == mark.line && one.chosen; });
        QTextEdit::ExtraSelection line;
        line.format.setBackground(blended(
            m_look.colour(Ink::Surface), m_look.colour(inkOf(mark.state)), chosen ? 0.20 : 0.10));
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        line.cursor = QTextCursor(document()->findBlockByNumber(mark.line - 1));
        tinted += line;
    }
    setExtraSelections(tinted);
}

void CodeView::showLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    setTextCursor(QTextCursor(block));
    const QRect rect = lineRect(line);
    if (rect.isEmpty() || !viewport()->rect().contains(rect.center()))
        centerCursor();
}

QRect CodeView::lineRect(int line) const
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return {};
    const QRect box = blockBoundingGeometry(block).translated(contentOffset()).toRect();
    const QRect whole(0, box.top(), viewport()->width(), box.height());
    return whole.intersects(viewport()->rect()) ? whole : QRect();
}

std::vector<CodeView::Chip> CodeView::chips() const
{
    std::vector<Chip> found;
    const QFontMetrics metrics(m_look.small());
    int line = 0;
    int right = 0;
    int count = 0;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const QRect rect = lineRect(m_marks[i].line);
        if (rect.isEmpty())
            continue;
        if (m_marks[i].line != line) {
            line = m_marks[i].line;
            right = rect.right() - m_look.px(8);
            count = 0;
        }
        if (++count > kMostChips)
            continue;
        const int most = viewport()->width() / 4;
        const int width
            = std::min(metrics.horizontalAdvance(m_marks[i].name), most) + m_look.px(26);
        found.push_back({ QRect(right - width, rect.top(), width, rect.height()), i });
        right -= width + m_look.px(4);
    }
    return found;
}

const LineMark* CodeView::markAt(QPoint place) const
{
    for (const Chip& chip : chips()) {
        if (chip.rect.contains(place))
            return &m_marks[chip.mark];
    }
    return nullptr;
}

void CodeView::paintChip(QPainter& painter, const Chip& chip) const
{
    const LineMark& mark = m_marks[chip.mark];
    const QColor ground = m_look.colour(Ink::Surface);
    const QColor ink = m_look.colour(inkOf(mark.state));
    const QRectF box = QRectF(chip.rect).adjusted(0, 1, 0, -1);
    painter.setPen(QPen(ink, mark.chosen ? 2 : 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    const double size = std::min<double>(m_look.px(10), box.height() - 4);
    paintStateMark(painter,
        QRectF(box.left() + m_look.px(6), box.center().y() - size / 2, size, size), mark.state,
        ink);
    painter.setFont(m_look.small());
    painter.setPen(readable(m_look.colour(Ink::Text), ground));
    const QRectF room = box.adjusted(m_look.px(19), 0, -m_look.px(5), 0);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(m_look.small())
            .elidedText(mark.name, Qt::ElideMiddle, static_cast<int>(room.width()) + 1));
}

void CodeView::paintEvent(QPaintEvent* event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Chip& chip : chips())
        paintChip(painter, chip);
}

// Who is chosen, or else the first, stands beside the number.
void CodeView::paintMarks(QPainter& painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const LineMark& mark : m_marks) {
        const auto stands = std::ranges::find_if(
            m_marks, [&](const LineMark& one) { return one.line == mark.line && one.chosen; });
        const auto first = std::ranges::find(m_marks, mark.line, &LineMark::line);
        if (&mark != &*(stands == m_marks.end() ? first : stands))
            continue;
        const QRect rect = lineRect(mark.line);
        const double size = std::min(m_look.px(12), rect.height());
        if (!rect.isEmpty())
            paintStateMark(painter, QRectF(m_look.px(5), rect.center().y() - size / 2, size, size),
                mark.state, m_look.colour(inkOf(mark.state)));
    }
    painter.restore();
}

void CodeView::clickNumbers(int y)
{
    const LineMark* next = nullptr;
    bool after = false;
    for (const LineMark& mark : m_marks) {
        const QRect rect = lineRect(mark.line);
        if (rect.isEmpty() || y < rect.top() || y > rect.bottom())
            continue;
        if (!next || after)
            next = &mark;
        after = mark.chosen;
    }
    if (next)
        emit markChosen(next->pid);
}

void CodeView::mousePressEvent(QMouseEvent* event)
{
    const LineMark* const mark = markAt(event->position().toPoint());
    if (mark && event->button() == Qt::LeftButton)
        emit markChosen(mark->pid);
    else
        QPlainTextEdit::mousePressEvent(event);
}

bool CodeView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        if (const LineMark* const mark = markAt(help->pos()); mark && m_why) {
            QToolTip::showText(help->globalPos(), plainTip(m_why(mark->pid)), viewport());
            return true;
        }
    }
    return QPlainTextEdit::viewportEvent(event);
}

} // namespace ipclab
