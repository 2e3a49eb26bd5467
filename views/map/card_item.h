// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_facts.h"
#include "views/map/map_layout.h"
#include "views/map/standing.h"

#include <QGraphicsItem>

class QFontMetricsF;

namespace ipclab {

// A process on the map. Paints itself from its facts, and only when these change.
class CardItem : public QGraphicsItem {
public:
    CardItem(const Look& look, bool self);

    [[nodiscard]] const CardFacts& facts() const { return m_facts; }
    void show(const CardFacts& facts);
    void setStanding(Standing standing);
    void relook(); // theme or size has changed

    [[nodiscard]] static MapBox boxFor(const CardFacts& facts, const Look& look, bool self);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintGround(QPainter& painter) const;
    [[nodiscard]] QString pidText(const QFontMetricsF& metrics, qreal room) const;
    void paintTitle(QPainter& painter, const QRectF& line) const;
    void paintState(QPainter& painter, const QRectF& line) const;
    void paintThreads(QPainter& painter, const QRectF& line) const;
    void paintLine(QPainter& painter, const QRectF& line, const QString& words) const;
    void paintBucket(QPainter& painter, const QRectF& rect, const Bucket& bucket) const;

    const Look& m_look;
    const bool m_self;
    CardFacts m_facts;
    Standing m_standing;
    QSizeF m_size;
};

} // namespace ipclab
