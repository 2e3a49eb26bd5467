// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/live_clock.h"
#include "views/common/view_context.h"
#include "views/map/map_graph.h"

#include <QGraphicsView>
#include <QPixmap>

#include <optional>

class QLabel;

namespace ipclab {

class BytesLegend;
class MapScene;

// The map: processes as cards, channels as tubes, bytes where they are. Fits itself into its room
// while that leaves it readable; the person may zoom (Ctrl and wheel), drag, and walk from card to
// card by Tab and the arrow keys. What is chosen goes to the Selection.
class MapView : public QGraphicsView {
    Q_OBJECT

public:
    explicit MapView(ViewContext context, QWidget* parent = nullptr);

    [[nodiscard]] const MapScene& map() const { return *m_scene; }
    [[nodiscard]] BytesLegend& legend() { return *m_legend; }
    [[nodiscard]] std::optional<MapNode> focusedNode() const { return m_focused; }
    // Where a node is painted, in this widget; empty when it is not on the map.
    [[nodiscard]] QRect rectOf(const MapNode& node) const;
    [[nodiscard]] QString emptyText() const; // what it says while it has nothing to show

signals:
    void menuWanted(const QPoint& globalPlace); // of what is selected

public slots:
    void fit(); // ends the person's zoom
    void zoomBy(qreal factor);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void rebuild();
    void rebuildWords();
    void tick();
    void relook();
    void select(const MapNode& node);
    void followSelection();
    void layGround();
    void placeOverlays();
    struct Fit {
        qreal scale = 0;
        QPointF origin; // of the scene, at the view's left upper corner
    };
    void refit();
    [[nodiscard]] Fit bestFit(const QRectF& content) const;
    void setCompactLegend(bool compact);
    void keepOverlaysApart(bool apart);
    [[nodiscard]] qreal leastScale() const;
    void describe();
    void focusNode(std::optional<MapNode> node);
    bool step(int by);
    bool stepTowards(int key);
    [[nodiscard]] bool touchesLegend(QPointF origin, qreal scale) const;
    [[nodiscard]] QRectF roomLeft(int corner) const;

    const ViewContext m_context;
    LiveClock m_clock;
    MapScene* m_scene;
    BytesLegend* m_legend;
    QLabel* m_ended;
    QPixmap m_ground; // a tile
    std::optional<MapNode> m_focused;
    bool m_zoomed = false; // by the person
};

} // namespace ipclab
