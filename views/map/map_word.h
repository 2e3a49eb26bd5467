// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/look.h"

#include <QGraphicsItem>
#include <QString>

#include <vector>

namespace ipclab {

// One strong word on the map: DEADLOCK, among those it is about.
class MapWord : public QGraphicsItem {
public:
    explicit MapWord(const Look& look);

    void say(const QString& word); // empty: nothing is shown
    void relook();
    [[nodiscard]] QSizeF size() const;
    [[nodiscard]] QRectF boundingRect() const override { return { QPointF(), size() }; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const Look& m_look;
    QString m_word;
};

// Where a word about `some` fits without touching any of `all`: between two of them if it can.
QPointF placeForWord(
    QSizeF word, const std::vector<QRectF>& some, const std::vector<QRectF>& all, qreal gap);

} // namespace ipclab
