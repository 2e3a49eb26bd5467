// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/traffic/row_look.h"

#include <QStyledItemDelegate>

namespace ipclab {

class Look;

// Paints a row of traffic: directions in their colours, bytes in the fixed font, remarks quiet.
class TrafficDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit TrafficDelegate(const Look& look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

private:
    int paintSign(QPainter& painter, const QRect& room, const QModelIndex& index) const;
    void paintCell(QPainter& painter, const QRect& room, const QModelIndex& index) const;
    void paintBytes(QPainter& painter, const QRect& room, const QModelIndex& index) const;
    [[nodiscard]] QColor inkOf(const QModelIndex& index) const;
    [[nodiscard]] const RowLook::Face& faceOf(const QModelIndex& index) const;

    const Look& m_look;
    RowLook m_rows;
};

} // namespace ipclab
