// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/traffic_delegate.h"

#include "views/common/look.h"
#include "views/common/plain_tip.h"
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

// Each setting finds the font anew, though it be the same.
void setFont(QPainter& painter, const RowLook::Face& face)
{
    if (painter.font() != face.font)
        painter.setFont(face.font);
}

// Returns the room that it took.
int draw(QPainter& painter, const RowLook::Face& face, const QRect& room, const QString& text)
{
    const QString fitting = face.elided(text, Qt::ElideRight, room.width());
    setFont(painter, face);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, fitting);
    return face.metrics.horizontalAdvance(fitting);
}

} // namespace

TrafficDelegate::TrafficDelegate(const Look& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
    , m_rows(look)
{
    connect(&look, &Look::changed, this, [this] { m_rows = RowLook(m_look); });
}

QColor TrafficDelegate::inkOf(const QModelIndex& index) const
{
    if (index.column() == TrafficModel::Time || index.column() == TrafficModel::Channel)
        return m_rows.quiet;
    return index.column() == TrafficModel::Size ? m_rows.ink(modelOf(index).kindAt(index.row()))
                                                : m_rows.text;
}

const RowLook::Face& TrafficDelegate::faceOf(const QModelIndex& index) const
{
    return index.column() == TrafficModel::Size ? m_rows.strong
        : index.column() == TrafficModel::Bytes ? m_rows.mono
                                                : m_rows.body;
}

// Of what a style makes of an item the ground alone: it would ask for the words, and measure them.
// That a cell has the focus is not said: the whole row shows it.
void TrafficDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (option.state.testFlag(QStyle::State_Selected))
        QApplication::style()->drawPrimitive(
            QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const QRect room = option.rect.adjusted(m_look.px(6), 0, -m_look.px(6), 0);
    if (index.column() == TrafficModel::Bytes)
        paintBytes(*painter, room, index);
    else
        paintCell(*painter, room, index);
}

void TrafficDelegate::paintCell(
    QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const bool process = index.column() == TrafficModel::Process;
    const QRect left = process ? room.adjusted(paintSign(painter, room, index), 0, 0, 0) : room;
    const RowLook::Face& face = faceOf(index);
    const Qt::Alignment side
        = index.column() == TrafficModel::Size ? Qt::AlignRight : Qt::AlignLeft;
    setFont(painter, face);
    painter.setPen(inkOf(index));
    painter.drawText(left, static_cast<int>((side | Qt::AlignVCenter).toInt()),
        face.elided(
            index.data().toString(), process ? Qt::ElideMiddle : Qt::ElideRight, left.width()));
}

// The shape and the colour of its process. Returns the room that they take.
int TrafficDelegate::paintSign(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const std::optional<unsigned> number = modelOf(index).processAt(index.row());
    if (!number)
        return 0;
    setFont(painter, m_rows.body);
    painter.setPen(m_rows.sign(*number));
    painter.drawText(QRect(room.left(), room.top(), m_rows.signWidth, room.height()),
        Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextDontClip, processShape(*number));
    return m_rows.signWidth + m_look.px(4);
}

void TrafficDelegate::paintBytes(
    QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const QString bytes = modelOf(index).bytesWordsAt(index.row());
    const QString remark = modelOf(index).remarkAt(index.row());
    QRect rest = room;
    if (!bytes.isEmpty()) {
        painter.setPen(m_rows.text);
        rest.setLeft(rest.left() + draw(painter, m_rows.mono, rest, bytes));
    }
    if (remark.isEmpty() || rest.width() < m_look.px(20))
        return;
    painter.setPen(m_rows.quiet);
    draw(painter, m_rows.body, rest, bytes.isEmpty() ? remark : QStringLiteral("  — ") + remark);
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
    const bool fits
        = faceOf(index).metrics.horizontalAdvance(text) <= option.rect.width() - m_look.px(12);
    QToolTip::showText(event->globalPos(), fits ? QString() : plainTip(text), view);
    return true;
}

} // namespace ipclab
