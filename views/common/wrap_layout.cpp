// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wrap_layout.h"

#include <QWidget>

#include <algorithm>

namespace ipclab {

WrapLayout::WrapLayout(QWidget* parent)
    : QLayout(parent)
{
}

WrapLayout::~WrapLayout()
{
    for (const QLayoutItem* item : m_items)
        delete item;
}

void WrapLayout::setGaps(int across, int down)
{
    m_across = across;
    m_down = down;
    invalidate();
}

void WrapLayout::addItem(QLayoutItem* item)
{
    m_items.push_back(item);
}

QLayoutItem* WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* WrapLayout::takeAt(int index)
{
    QLayoutItem* const item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

int WrapLayout::heightForWidth(int width) const
{
    return arrange({ 0, 0, width, 0 }, false);
}

QSize WrapLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

QSize WrapLayout::sizeHint() const
{
    QSize size(0, 0); // not QSize(), which is -1 wide
    for (const QLayoutItem* item : m_items) {
        const QSize hint = item->sizeHint();
        size.rwidth() += hint.width() + (item == m_items.front() ? 0 : m_across);
        size.setHeight(std::max(size.height(), hint.height()));
    }
    return size.grownBy(contentsMargins());
}

void WrapLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int WrapLayout::arrange(const QRect& rect, bool apply) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    QPoint at = room.topLeft();
    int lineHeight = 0;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (at.x() > room.left() && at.x() + size.width() > room.right() + 1) {
            at = { room.left(), at.y() + lineHeight + m_down };
            lineHeight = 0;
        }
        if (apply)
            item->setGeometry({ at, size });
        at.rx() += size.width() + m_across;
        lineHeight = std::max(lineHeight, size.height());
    }
    return at.y() + lineHeight - rect.top() + contentsMargins().bottom();
}

} // namespace ipclab
