// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/run_bytes.h"
#include "views/map/card_item.h"
#include "views/map/family_item.h"
#include "views/map/fold_sign.h"
#include "views/map/link_item.h"
#include "views/map/map_graph.h"
#include "views/map/map_layout.h"
#include "views/map/map_memory.h"
#include "views/map/map_moves.h"
#include "views/map/map_word.h"
#include "views/map/tube_item.h"

#include <QGraphicsScene>
#include <QVariantAnimation>

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace ipclab {

// The items of the map and their places. Follows a World by difference: what has not changed is not
// painted. Remembers where everything stood until it is told to forget.
class MapScene : public QGraphicsScene {
    Q_OBJECT

public:
    explicit MapScene(const Look& look, QObject* parent = nullptr);

    // `moving`: bytes that moved since the last call are shown on their way; `growing`: so is who
    // was born and who has ended.
    void showWorld(const World& world, Nanoseconds now, bool moving, bool growing = false);
    void retime(const World& world, Nanoseconds now); // only durations have changed
    void forget(); // another run
    // What went through before this run: seen when the World is shown next.
    void setBefore(PassedBytes before) { m_before = std::move(before); }
    [[nodiscard]] const PassedBytes& before() const { return m_before; }
    void relook(const World& world, Nanoseconds now);
    void tidy(const World& world, Nanoseconds now); // everything back to its own place

    void select(std::optional<MapNode> node);
    [[nodiscard]] std::optional<MapNode> nodeAt(QPointF place) const;
    void focusOn(std::optional<MapNode> node);
    void hover(std::optional<MapNode> node);
    void pointOut(std::optional<Place> place, const World& world);
    // All that descends from it as one card, or not; seen when the World is shown next.
    void fold(Pid parent, bool folded);
    [[nodiscard]] bool standAlone(Pid pid); // out of its group; true: show the World again
    // What was done to an earlier map of the same, for the next; and what is to be kept of this.
    void recall(const MapMemory& memory);
    [[nodiscard]] const MapMemory& memory() const { return m_memory; }
    void moveBy(const MapNode& node, QPointF by); // as if dragged
    // From its place to where it was seen: it is seen to go there, unless motion is reduced.
    using MapOffsets = std::map<MapNode, QPointF>;
    void glideFrom(MapOffsets offsets);
    [[nodiscard]] bool gliding() const { return !m_offsets.empty(); }
    // The card that can be folded or unfolded there, and how it is now.
    [[nodiscard]] std::optional<MapNode> signAt(QPointF place) const;
    [[nodiscard]] MapFold foldOf(const MapNode& node) const;

    [[nodiscard]] const MapGraph& graph() const { return m_graph; }
    [[nodiscard]] std::vector<MapNode> nodes() const; // cards, then tubes
    [[nodiscard]] QRectF rectOf(const MapNode& node) const; // in the scene
    [[nodiscard]] QRectF content() const; // all nodes and lines, and the word
    // From parent to child, as in the graph.
    [[nodiscard]] const std::vector<FamilyItem*>& families() const { return m_families; }
    // Of the cards that are pointed at or chosen, where the graph has too many to draw all.
    [[nodiscard]] const std::vector<FamilyItem*>& kin() const { return m_kin; }
    [[nodiscard]] const Pulses& pulses() const { return m_moves.pulses(); }
    [[nodiscard]] const LifeMarks& lifeMarks() const { return m_moves.marks(); }

signals:
    void settling(const std::set<MapNode>& those); // are about to stand elsewhere
    void arranged(); // places or sizes have changed
    void chosen(const MapNode& node);
    void foldToggled(const MapNode& node);
    void emptyChosen();
    void emptyDoubleClicked();

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) override;

private:
    struct LinkGround { // what the lines were last shaped for
        std::vector<MapLink> links;
        MapOutlines outlines;
        bool operator==(const LinkGround&) const = default;
    };

    struct FamilyGround { // what the lines of family were last drawn for
        std::vector<MapFamily> families;
        std::map<MapNode, QRectF> rects;
        std::vector<LinkShape> links;
        bool operator==(const FamilyGround&) const = default;
    };

    void showNodes(const World& world, Nanoseconds now);
    void dropOthers();
    void learn(const World& world);
    [[nodiscard]] std::optional<Birth> birthOf(const MapNode& node) const;
    void recallPlaces(const World& world);
    void showSigns();
    void forgetPlaces();
    void forgetOwnPlaces();
    void placeAnew(const World& world, Nanoseconds now);
    void arrange(Nanoseconds at, bool past);
    [[nodiscard]] std::set<MapNode> lastingNodes() const;
    [[nodiscard]] bool someoneLeft(const std::set<MapNode>& before) const;
    [[nodiscard]] MapPlaces keptPlaces(Nanoseconds at, bool past) const;
    [[nodiscard]] MapPlaces placesNow(const std::set<MapNode>& before) const;
    [[nodiscard]] MapPlaces draggedPlaces() const;
    [[nodiscard]] std::optional<MapPlaces> settled(
        const MapPlaces& now, const MapPlaces& placed, bool patient) const;
    void endGlide();
    void showOffsets(qreal share);
    void showLinesOfGlide(bool shown);
    void stand(const MapPlaces& places);
    void remember(const MapPlaces& places, Nanoseconds at, bool past);
    void showLinks(const World& world);
    const std::vector<LinkShape>& linksNow();
    void showFamilies();
    void showWord(const World& world);
    void standOut(const World& world);
    void restand();
    void showKin();
    [[nodiscard]] std::optional<MapNode> pointedAt() const; // by the mouse, else by the keyboard
    [[nodiscard]] QGraphicsItem* itemOf(const MapNode& node) const;
    [[nodiscard]] MapOutlines outlines() const;
    [[nodiscard]] MapGaps gaps() const;
    [[nodiscard]] MapPlaces placesBut(const MapNode& node) const; // of all the others
    void reshapeLinks();
    void drop(const MapNode& node);
    void rememberPlace(const MapNode& node);

    const Look& m_look;
    MapGraph m_graph;
    MapBoxes m_boxes;
    MapPlaces m_places; // of all that was ever seen alive: where it stands, given room
    Nanoseconds m_latest = 0; // the time until which it was shown
    std::map<MapNode, Nanoseconds> m_placedAt;
    std::set<MapNode> m_dragged;
    std::set<MapNode> m_arranged; // who was there when it was last arranged
    MapOffsets m_offsets; // of what is on its way
    QVariantAnimation m_glide; // from 1 to 0 of them
    std::map<MapNode, CardItem*> m_cards;
    std::map<MapNode, FoldSign*> m_signs; // on the cards
    MapFolds m_folds;
    MapBirths m_births;
    std::map<MapNode, Birth> m_tubeBirths; // of those that are drawn
    MapMemory m_memory;
    std::map<MapNode, TubeItem*> m_tubes;
    std::vector<LinkItem*> m_links; // as in the graph
    LinkGround m_linkGround;
    std::vector<LinkShape> m_linkShapes;
    std::vector<FamilyItem*> m_families; // as in the graph
    FamilyGround m_familyGround;
    std::vector<FamilyItem*> m_kin;
    MapMoves m_moves;
    MapWord* m_word;
    std::optional<MapNode> m_selected;
    std::optional<MapNode> m_focused;
    std::optional<MapNode> m_hovered;
    std::set<MapNode> m_withBytes; // where the legend points
    std::optional<Place> m_pointedOut;
    PassedBytes m_before;
    std::optional<QPointF> m_pressedAt;
    bool m_releaseDone = false; // the release to come is no click
    bool m_lastOnSign = false; // the last press was there; it may stand elsewhere by now
    bool m_haveMoved = false;
    bool m_rearrange = true;
    bool m_refolded = false; // since it was shown last
};

} // namespace ipclab
