// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/life_marks.h"
#include "views/map/link_item.h"
#include "views/map/map_graph.h"
#include "views/map/pulses.h"

#include <QRectF>

#include <map>
#include <vector>

class QGraphicsScene;

namespace ipclab {

// What happens while one looks: bytes on their way, processes that are born and that end. Knows
// what was seen last; the scene owns the two items that show what is new. GUI thread.
class MapMoves {
public:
    MapMoves(const Look& look, QGraphicsScene& scene);

    struct Ground { // what they go over
        const MapGraph& graph;
        const std::vector<LinkItem*>& links; // as in the graph
        std::map<MapNode, QRectF> rects;
    };
    // Bytes that moved since the last call, on their way.
    void showBytes(const World& world, const Ground& ground, bool moving);
    // Who was born and who has ended since then.
    void showLives(const World& world, const Ground& ground, Nanoseconds now, bool growing);
    void clear(); // what is shown
    void forget(); // what was seen, too

    [[nodiscard]] const Pulses& pulses() const { return *m_pulses; }
    [[nodiscard]] const LifeMarks& marks() const { return *m_marks; }

private:
    // What those of a card have moved, in one way, in what is drawn as one channel.
    [[nodiscard]] quint64 moved(const World& world, const MapCard& card, const MapTube& tube,
        std::size_t queue, bool written) const;
    void remember(const World& world);
    void pulse(
        const Ground& ground, std::size_t link, std::size_t queue, bool written, quint64 bytes);

    Pulses* m_pulses;
    LifeMarks* m_marks;
    std::map<ChannelId, std::vector<Mover>> m_movers; // when it was last shown
    bool m_wasMoving = false;
    std::map<Pid, QRectF> m_lives; // who lived when it was last shown, and where
};

} // namespace ipclab
