// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/traffic_delegate.h"

#include "views/common/contrast.h"
#include "views/common/look.h"
#include "views/common/plain_tip.h"
#include "views/common/quick_font.h"
#include "views/traffic/traffic_model.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ipclab {

namespace {

const TrafficModel& modelOf(const QModelIndex& index)
{
    return static_cast<const TrafficModel&>(*index.model());
}

// On what a chosen row stands on, it is read on all that rows stand on.
QColor readableInk(const Look& look, Ink ink)
{
    return readable(look.colour(ink), look.wash(Ink::Accent));
}

int draw(QPainter& painter, const QRect& room, const QString& text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString fitting = metrics.elidedText(text, Qt::ElideRight, room.width());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, fitting);
    return metrics.horizontalAdvance(fitting);
}

} // namespace

TrafficDelegate::TrafficDelegate(const Look& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{
}

QColor TrafficDelegate::inkOf(const QModelIndex& index) const
{
    const TrafficKind kind = modelOf(index).kindAt(index.row());
    if (index.column() == TrafficModel::Time || index.column() == TrafficModel::Channel)
        return readableInk(m_look, Ink::QuietText);
    if (index.column() != TrafficModel::Size)
        return m_look.colour(Ink::Text);
    switch (kind) {
    case TrafficKind::Written:
        return readableInk(m_look, Ink::KernelBytes);
    case TrafficKind::Read:
    case TrafficKind::EndOfFile:
        return readableInk(m_look, Ink::ReadBytes);
    case TrafficKind::Kept:
        return readableInk(m_look, Ink::WriterBytes);
    case TrafficKind::Lost:
    case TrafficKind::Failed:
        return readableInk(m_look, Ink::Deadlock);
    case TrafficKind::Signal:
        return readableInk(m_look, Ink::Stopped);
    case TrafficKind::Person:
        return readableInk(m_look, Ink::Accent);
    case TrafficKind::Created:
    case TrafficKind::Life:
        break;
    }
    return readableInk(m_look, Ink::QuietText);
}

QFont TrafficDelegate::fontOf(const QModelIndex& index) const
{
    if (index.column() == TrafficModel::Size)
        return m_look.strong();
    return m_look.body();
}

void TrafficDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    item.state &= ~QStyle::State_HasFocus; // the whole row shows it
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const QRect room = item.rect.adjusted(m_look.px(6), 0, -m_look.px(6), 0);
    painter->save();
    if (index.column() == TrafficModel::Bytes) {
        paintBytes(*painter, room, index);
    } else {
        painter->setFont(quick(fontOf(index)));
        const QRect left = index.column() == TrafficModel::Process
            ? room.adjusted(paintSign(*painter, room, index), 0, 0, 0)
            : room;
        painter->setPen(inkOf(index));
        const QString text = index.data().toString();
        const auto elide
            = index.column() == TrafficModel::Process ? Qt::ElideMiddle : Qt::ElideRight;
        const Qt::Alignment side
            = index.column() == TrafficModel::Size ? Qt::AlignRight : Qt::AlignLeft;
        painter->drawText(left, static_cast<int>((side | Qt::AlignVCenter).toInt()),
            painter->fontMetrics().elidedText(text, elide, left.width()));
    }
    painter->restore();
}

// The shape and the colour of its process. Returns the room that they take.
int TrafficDelegate::paintSign(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const std::optional<unsigned> number = modelOf(index).processAt(index.row());
    if (!number)
        return 0;
    painter.setPen(processColour(*number, m_look));
    const QFontMetrics metrics = painter.fontMetrics();
    const int width = metrics.horizontalAdvance(processShape(0));
    painter.drawText(QRect(room.left(), room.top(), width, room.height()),
        Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextDontClip, processShape(*number));
    return width + m_look.px(4);
}

void TrafficDelegate::paintBytes(
    QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const RowWords words = modelOf(index).words(index.row());
    QRect rest = room;
    if (!words.bytes.isEmpty()) {
        painter.setFont(quick(m_look.mono()));
        painter.setPen(m_look.colour(Ink::Text));
        rest.setLeft(rest.left() + draw(painter, rest, words.bytes));
    }
    if (words.remark.isEmpty() || rest.width() < m_look.px(20))
        return;
    painter.setFont(quick(m_look.body()));
    painter.setPen(readableInk(m_look, Ink::QuietText));
    draw(painter, rest,
        words.bytes.isEmpty() ? words.remark : QStringLiteral("  — ") + words.remark);
}

// The whole of what does not fit.
bool TrafficDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
    const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    if (index.column() == TrafficModel::Process) { // others may have its name
        QToolTip::showText(event->globalPos(), plainTip(modelOf(index).whoAt(index.row())), view);
        return true;
    }
    const QString text = index.data().toString();
    const QFontMetrics metrics(
        index.column() == TrafficModel::Bytes ? m_look.mono() : fontOf(index));
    const bool fits = metrics.horizontalAdvance(text) <= option.rect.width() - m_look.px(12);
    QToolTip::showText(event->globalPos(), fits ? QString() : plainTip(text), view);
    return true;
}

} // namespace ipclab
