// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/look.h"
#include "views/map/map_graph.h"

#include <QGraphicsItem>

namespace ipclab {

// At the lower edge of a card that has descendants: a minus folds them, a plus shows them. GUI
// thread.
class FoldSign : public QGraphicsItem {
public:
    FoldSign(const Look& look, QGraphicsItem* card);

    [[nodiscard]] static qreal reach(const Look& look); // below the card

    void show(MapFold fold, QSizeF cardSize, const QString& tip);
    [[nodiscard]] MapFold fold() const { return m_fold; }
    [[nodiscard]] bool isAt(QPointF place) const; // in the scene; a little beside it, too

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const Look& m_look;
    MapFold m_fold = MapFold::None;
};

} // namespace ipclab
