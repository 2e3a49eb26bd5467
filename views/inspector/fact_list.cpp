// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/fact_list.h"

#include "views/common/contrast.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

constexpr int kRow = 23; // px at the desk
constexpr int kStep = 8; // between what is left, the words, and what is right

} // namespace

FactList::FactList(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FactList::show(const std::vector<FactRow>& rows)
{
    if (rows == m_rows)
        return;
    const bool resized = rows.size() != m_rows.size();
    m_rows = rows;
    const bool choosable
        = std::ranges::any_of(m_rows, [](const FactRow& row) { return row.pid || row.channel; });
    setFocusPolicy(choosable ? Qt::StrongFocus : Qt::NoFocus);
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_rows.size()) - 1));
    QStringList lines;
    for (const FactRow& row : m_rows)
        lines += QStringList({ row.left, row.words, row.right }).join(QLatin1Char(' ')).trimmed();
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
    if (resized)
        updateGeometry();
    update();
}

void FactList::relook()
{
    updateGeometry();
    update();
}

int FactList::rowHeight() const
{
    return m_look.px(kRow);
}

QSize FactList::sizeHint() const
{
    return { m_look.px(200), rowHeight() * static_cast<int>(m_rows.size()) };
}

QSize FactList::minimumSizeHint() const
{
    return { 0, sizeHint().height() };
}

int FactList::rowAt(QPoint place) const
{
    const int row = place.y() / rowHeight();
    return place.y() >= 0 && row < static_cast<int>(m_rows.size()) ? row : -1;
}

bool FactList::canChoose(int index) const
{
    if (index < 0 || index >= static_cast<int>(m_rows.size()))
        return false;
    const FactRow& row = m_rows[static_cast<std::size_t>(index)];
    return row.pid || row.channel;
}

void FactList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics mono(m_look.mono());
    int leftWidth = 0;
    for (const FactRow& row : m_rows)
        leftWidth = std::max(leftWidth, mono.horizontalAdvance(row.left));
    leftWidth = std::min(leftWidth, width() / 3);
    for (int i = 0; i < static_cast<int>(m_rows.size()); ++i)
        paintRow(painter, i, leftWidth);
}

void FactList::paintRow(QPainter& painter, int index, int leftWidth) const
{
    const FactRow& row = m_rows[static_cast<std::size_t>(index)];
    const QRect line(0, index * rowHeight(), width(), rowHeight());
    const int step = m_look.px(kStep);
    if (hasFocus() && index == m_current) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look.wash(Ink::Accent));
        painter.drawRoundedRect(line, m_look.px(4), m_look.px(4));
    }
    painter.setPen(QPen(m_look.colour(Ink::Line), 1));
    painter.drawLine(line.bottomLeft(), line.bottomRight());
    if (row.share) {
        const int high = m_look.px(3);
        const qreal filled
            = *row.share > 0 ? std::max<qreal>(m_look.px(3), line.width() * *row.share) : 0;
        painter.fillRect(
            QRectF(line.left(), line.bottom() - high + 1, filled, high), m_look.colour(row.ink));
    }
    const QFontMetrics small(m_look.small());
    const int rightWidth = std::min(small.horizontalAdvance(row.right) + 1, line.width() / 2);
    int x = line.left();
    if (leftWidth > 0) {
        painter.setFont(m_look.mono());
        painter.setPen(m_look.colour(Ink::QuietText));
        painter.drawText(QRect(x, line.top(), leftWidth, line.height()), Qt::AlignVCenter,
            QFontMetrics(m_look.mono()).elidedText(row.left, Qt::ElideRight, leftWidth));
        x += leftWidth + step;
    }
    QFont words = m_look.body();
    words.setPixelSize(m_look.px(12));
    const int room = line.right() - x - rightWidth - (rightWidth > 1 ? step : 0);
    painter.setFont(words);
    painter.setPen(m_look.colour(Ink::Text));
    painter.drawText(QRect(x, line.top(), room, line.height()), Qt::AlignVCenter,
        QFontMetrics(words).elidedText(row.words, Qt::ElideMiddle, room));
    painter.setFont(m_look.small());
    painter.setPen(m_look.colour(Ink::QuietText));
    painter.drawText(QRect(line.right() - rightWidth + 1, line.top(), rightWidth, line.height()),
        Qt::AlignVCenter | Qt::AlignRight, small.elidedText(row.right, Qt::ElideRight, rightWidth));
}

bool FactList::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* const help = static_cast<QHelpEvent*>(event);
        const int index = rowAt(help->pos());
        const QString tip = index < 0 ? QString()
                                      : m_rows[static_cast<std::size_t>(index)].words
                + QLatin1Char('\n') + m_rows[static_cast<std::size_t>(index)].tip;
        QToolTip::showText(help->globalPos(), tip.trimmed(), this);
        return true;
    }
    return QWidget::event(event);
}

void FactList::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void FactList::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void FactList::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_rows.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        m_current = std::max(0, m_current - 1);
        break;
    case Qt::Key_Down:
        m_current = std::min(last, m_current + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (canChoose(m_current))
            emit chosen(FactRow(m_rows[static_cast<std::size_t>(m_current)]));
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

void FactList::mouseReleaseEvent(QMouseEvent* event)
{
    const int index = rowAt(event->position().toPoint());
    // A copy: choosing may change the rows.
    if (event->button() == Qt::LeftButton && canChoose(index))
        emit chosen(FactRow(m_rows[static_cast<std::size_t>(index)]));
}

} // namespace ipclab
