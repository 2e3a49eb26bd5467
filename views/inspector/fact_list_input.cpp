// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/menu_text.h"
#include "views/common/plain_tip.h"
#include "views/inspector/fact_list.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <utility>

// Choosing by mouse and by keyboard.

namespace ipclab {

int FactList::rowAt(QPoint place) const
{
    const auto row = std::ranges::upper_bound(m_bottoms, place.y());
    return place.y() >= 0 && row != m_bottoms.end() ? static_cast<int>(row - m_bottoms.begin())
                                                    : -1;
}

Target FactList::targetOf(Spot spot) const
{
    if (spot.row < 0 || spot.row >= static_cast<int>(m_rows.size()))
        return {};
    const FactRow& row = m_rows[static_cast<std::size_t>(spot.row)];
    return spot.other ? row.otherTarget : row.target;
}

// "pipe A" of "pipe A → reader.py".
QString FactList::nameOf(Spot spot) const
{
    const FactRow& row = m_rows[static_cast<std::size_t>(spot.row)];
    if (targetOf(spot).moment) // the words say what came, not where it leads
        return InspectorWords::tr("that moment");
    if (spot.other || row.other.isEmpty())
        return spot.other ? row.other : row.words;
    constexpr qsizetype kArrow = 3; // and a blank at either side
    return row.words.chopped(row.other.size() + kArrow);
}

bool FactList::isLink(Spot spot) const
{
    return static_cast<bool>(targetOf(spot));
}

QRect FactList::linkRect(int row, bool other) const
{
    if (!isLink({ row, other }))
        return {};
    const Parts parts = partsOf(row);
    return other ? parts.other : parts.words;
}

// All of a line that is not the other link is its first.
FactList::Spot FactList::linkAt(QPoint place) const
{
    const int row = rowAt(place);
    if (row < 0)
        return {};
    const Spot spot { row, linkRect(row, true).contains(place) };
    return isLink(spot) ? spot : Spot {};
}

void FactList::goTo(Spot spot)
{
    if (spot == m_current || spot.row < 0 || spot.row >= static_cast<int>(m_rows.size()))
        return;
    m_current = spot;
    describe();
    update();
}

void FactList::stepTo(Spot spot)
{
    goTo(spot);
    emit reached(rectOf(m_current.row));
}

bool FactList::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* const help = static_cast<QHelpEvent*>(event);
        const int index = rowAt(help->pos());
        QString tip;
        if (index >= 0) {
            const FactRow& row = m_rows[static_cast<std::size_t>(index)];
            tip = QStringList({ row.words, row.right, row.tip }).join(QLatin1Char('\n')).trimmed();
        }
        QToolTip::showText(help->globalPos(), plainTip(tip), this);
        return true;
    }
    return QWidget::event(event);
}

void FactList::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    describe();
    update();
}

void FactList::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    describe();
    update();
}

void FactList::copy(const FactRow& fact)
{
    QStringList parts { fact.left, fact.words, fact.right };
    parts.removeAll(QString());
    QGuiApplication::clipboard()->setText(parts.join(QLatin1Char('\t')));
}

void FactList::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int row = byKey ? m_current.row : rowAt(event->pos());
    if (row < 0 || row >= static_cast<int>(m_rows.size()))
        return;
    goTo({ row, false });
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const bool other : { false, true }) { // copies: the row may be another by then
        const Spot spot { row, other };
        if (isLink(spot))
            menu->addAction(InspectorWords::tr("Go to %1").arg(menuText(nameOf(spot))), this,
                [this, target = targetOf(spot)] { emit chosen(target); });
    }
    menu->addAction(InspectorWords::tr("Copy"), this,
        [fact = m_rows[static_cast<std::size_t>(row)]] { copy(fact); });
    menu->popup(byKey ? mapToGlobal(rectOf(row).bottomLeft()) : event->globalPos());
}

void FactList::keyPressEvent(QKeyEvent* event)
{
    const auto current = static_cast<std::size_t>(m_current.row);
    if (event->matches(QKeySequence::Copy)) {
        if (current < m_rows.size())
            copy(m_rows[current]);
        return;
    }
    const int last = static_cast<int>(m_rows.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        return stepTo({ std::max(0, m_current.row - 1), false });
    case Qt::Key_Down:
        return stepTo({ std::min(last, m_current.row + 1), false });
    case Qt::Key_Home:
        return stepTo({ 0, false });
    case Qt::Key_End:
        return stepTo({ last, false });
    case Qt::Key_Left:
        return stepTo({ m_current.row, false });
    case Qt::Key_Right:
        if (isLink({ m_current.row, true }))
            stepTo({ m_current.row, true });
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (isLink(m_current))
            emit chosen(targetOf(m_current)); // a copy: choosing may change the rows
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FactList::mouseMoveEvent(QMouseEvent* event)
{
    hover(linkAt(event->position().toPoint()));
}

void FactList::hover(Spot spot)
{
    if (spot == m_hovered)
        return;
    m_hovered = spot;
    setCursor(isLink(spot) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void FactList::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    hover({});
}

// The keyboard goes on from where the mouse was.
void FactList::mousePressEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    const Spot spot = linkAt(place);
    m_pressed = targetOf(spot);
    goTo(isLink(spot) ? spot : Spot { rowAt(place), false });
}

void FactList::mouseReleaseEvent(QMouseEvent* event)
{
    const Spot spot = linkAt(event->position().toPoint());
    const Target target = targetOf(spot);
    // In a live run another row may be there by now.
    if (event->button() == Qt::LeftButton && target && target == std::exchange(m_pressed, {}))
        emit chosen(target);
}

} // namespace ipclab
