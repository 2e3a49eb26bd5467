// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_facts.h"
#include "views/map/map_layout.h"
#include "views/map/standing.h"

#include <QGraphicsItem>
#include <QPainterPath>

namespace ipclab {

// A channel on the map: a tube filled to what waits in the kernel, one row a direction, and a quiet
// line under it.
class TubeItem : public QGraphicsItem {
public:
    explicit TubeItem(const Look& look);

    [[nodiscard]] const TubeFacts& facts() const { return m_facts; }
    void show(const TubeFacts& facts);
    void setStanding(Standing standing);
    void relook();

    [[nodiscard]] QRectF tube() const; // without the lines under it; in the item's coordinates
    [[nodiscard]] static MapBox boxFor(const TubeFacts& facts, const Look& look);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    [[nodiscard]] qreal lineWidth() const;
    void reshape();
    void paintFlows(QPainter& painter) const;
    void paintLevels(QPainter& painter, const QRectF& body, const QColor& ground) const;
    void paintWords(QPainter& painter, const QRectF& row, const QColor& ground,
        const TubeFacts::Flow& flow) const;
    void paintNotes(QPainter& painter) const;

    const Look& m_look;
    TubeFacts m_facts;
    Standing m_standing;
    QSizeF m_size;
    QPainterPath m_outline; // kept: it costs more than to paint it
};

} // namespace ipclab
