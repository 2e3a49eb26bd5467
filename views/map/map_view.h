// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/live_clock.h"
#include "views/common/unseen.h"
#include "views/common/view_context.h"
#include "views/map/map_graph.h"
#include "views/map/map_memory.h"

#include <QGraphicsView>
#include <QPixmap>

#include <map>
#include <optional>
#include <set>

class QLabel;
class QMenu;

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
    void addActsTo(QMenu& menu); // what the map itself can do with what is selected
    [[nodiscard]] MapFold foldOfChosen() const;
    void setReplay(bool replay); // what is shown was recorded: nothing can be run
    // What a person did to the map of one lab or command is there again in its next run.
    void setSubject(const QString& labOrCommand);
    [[nodiscard]] QByteArray saveMemories() const;
    void restoreMemories(const QByteArray& saved);

signals:
    void menuWanted(const QPoint& globalPlace); // of what is selected

public slots:
    void fit(); // ends the person's zoom
    void zoomBy(qreal factor);
    void closer();
    void further();
    void showRealSize(); // a card as large as it is drawn: text has the size of all other text
    void placeAnew(); // everything back to its own place
    void foldChosen(bool folded); // what descends from who is chosen
    void findProcess();

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
    bool viewportEvent(QEvent* event) override;

private:
    void forget(); // another log
    void rebuild();
    void rebuildWords();
    void followRun();
    [[nodiscard]] std::optional<World> foreseen();
    void showMoment(bool moving);
    void catchUp();
    void tick();
    void relook();
    void select(const MapNode& node);
    void chooseNothing();
    void followSelection();
    void showSelected();
    void fold(const MapNode& node, bool folded);
    void toggleFold(const MapNode& node);
    [[nodiscard]] std::optional<MapNode> chosen() const; // that has a card
    void addFoldActs(QMenu& menu, const MapNode& node);
    void showOwnMenu(const QPoint& globalPlace);
    void find(std::vector<Pid> among); // a process, by its name or pid
    void layGround();
    void placeOverlays();
    struct Fit {
        qreal scale = 0;
        QPointF origin; // of the scene, at the view's left upper corner
    };
    void refit();
    void noteSeen(const std::set<MapNode>& those); // where they are, before they settle
    void followArrangement();
    [[nodiscard]] Fit bestFit(const QRectF& content, qreal margin) const;
    void setCompactLegend(bool compact);
    void keepOverlaysApart(bool apart);
    [[nodiscard]] qreal leastScale(bool toFit) const;
    void describe();
    void focusNode(std::optional<MapNode> node);
    bool step(int by);
    bool stepTowards(int key);
    bool keyZoomsOrFolds(const QKeyEvent& event);
    void moveFocused(int key);
    [[nodiscard]] bool isUnder(const QWidget& overlay, QPointF origin, qreal scale) const;
    [[nodiscard]] Fit fitAboveLegend(const QRectF& content, qreal margin, const Fit& without);
    void setLegendBelow(bool below);
    [[nodiscard]] bool overlayCovers() const; // something, as the map is shown now
    [[nodiscard]] QRectF roomLeft(int corner, bool ownRow, qreal margin) const;

    static constexpr qreal kZoomStep = 1.2;

    const ViewContext m_context;
    LiveClock m_clock;
    Unseen m_unseen;
    MapScene* m_scene;
    BytesLegend* m_legend;
    QLabel* m_ended;
    QPixmap m_ground; // a tile
    std::map<MapNode, QPointF> m_seenAt; // of what settles just now
    Nanoseconds m_began = 0; // the run that is shown; 0: there was no other before it
    std::optional<Nanoseconds> m_foreseen; // the moment by which a past run was arranged last
    std::optional<MapNode> m_focused;
    std::optional<MapNode> m_group; // that is chosen; the Selection has whom it descends from
    bool m_replay = false;
    bool m_zoomed = false; // by the person
    bool m_legendBelow = false; // at the right, else above
    QString m_subject;
    MapMemories m_memories; // but that of the subject, which the scene has
};

} // namespace ipclab
