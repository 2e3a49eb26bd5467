// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_links.h"

#include "views/map/link_sides.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace ipclab {

namespace {

struct Along {
    std::size_t link;
    qreal towards; // where the other end is, along the side
};

// Who waits for a lock and who has it come to it apart, below its shackle.
qreal shareAtTube(MapLink::Role role)
{
    switch (role) {
    case MapLink::Role::Waits:
        return 0.45;
    case MapLink::Role::Owns:
        return 0.82;
    case MapLink::Role::Bytes:
        break;
    }
    return 0.5;
}

LinkShape shapeBetween(
    const QRectF& card, LinkSide side, const QRectF& tube, LinkSide back, MapLink::Role role)
{
    return { pointOn(card, side, 0.5), pointOn(tube, back, shareAtTube(role)), outOf(side),
        outOf(back) };
}

QRectF wholeOf(const MapOutlines& outlines, const MapNode& tube) // with the words under it
{
    const auto words = outlines.words.find(tube);
    return words == outlines.words.end() ? outlines.rects.at(tube)
                                         : outlines.rects.at(tube) | words->second;
}

// What would hide a part of the line, or be crossed out by it.
WayGround groundOf(const MapLink& link, const MapOutlines& outlines, qreal scale)
{
    const qreal wide = 170 * scale;
    const QRectF& card = outlines.rects.at(link.card);
    const QRectF& tube = outlines.rects.at(link.tube);
    const QRectF about = (card | tube).adjusted(-wide, -wide, wide, wide);
    WayGround ground { {}, { card, tube }, {}, scale };
    for (const auto& [node, rect] : outlines.rects) {
        if (node == link.card || node == link.tube)
            continue;
        const QRectF whole = wholeOf(outlines, node);
        if (whole.intersects(about))
            ground.blocked.push_back(whole);
    }
    if (const auto words = outlines.words.find(link.tube); words != outlines.words.end())
        ground.own.push_back(words->second);
    return ground;
}

bool isFree(const LinkShape& shape, const WayGround& ground)
{
    const QPolygonF points = pointsOn(shape);
    const QRectF bounds = points.boundingRect();
    const auto covers = [&](const QRectF& rect) {
        return rect.left() <= bounds.right() && rect.right() >= bounds.left()
            && rect.top() <= bounds.bottom() && rect.bottom() >= bounds.top()
            && std::any_of(points.begin() + 1, points.end() - 1,
                [&rect](const QPointF& point) { return rect.contains(point); });
    };
    const auto inside = [&](const QRectF& rect) { return covers(rect.adjusted(2, 2, -2, -2)); };
    return std::ranges::none_of(ground.blocked, covers) && std::ranges::none_of(ground.own, inside);
}

// The only line of a side goes straight where it can.
qreal straightShare(const QRectF& card, const QRectF& tube)
{
    constexpr qreal kCorner = 0.2;
    const qreal share = (tube.center().y() - card.top()) / card.height();
    return std::clamp(share, kCorner, 1 - kCorner);
}

class Drawing {
public:
    Drawing(const std::vector<MapLink>& links, const MapOutlines& outlines, qreal scale)
        : m_links(links)
        , m_outlines(outlines)
    {
        for (const MapLink& link : links) {
            const WayGround& ground = m_grounds.emplace_back(groundOf(link, outlines, scale));
            const QRectF& card = ground.own[0];
            const QRectF& tube = ground.own[1];
            m_sides.emplace_back(sideTowards(card, tube), sideTowards(tube, card));
            m_shapes.push_back(shapeAt(m_shapes.size()));
        }
        noteHidden();
    }

    [[nodiscard]] std::vector<LinkShape> shapes()
    {
        constexpr std::size_t kMost = 24; // in a crowd there is no way around everything
        const bool crowd = m_hidden.size() > kMost;
        if (!crowd)
            turnSides();
        spread();
        if (crowd)
            return m_shapes;
        noteHidden();
        goAround();
        return m_shapes;
    }

private:
    [[nodiscard]] LinkShape shapeAt(std::size_t link) const
    {
        const auto [side, back] = m_sides[link];
        const WayGround& ground = m_grounds[link];
        return shapeBetween(ground.own[0], side, ground.own[1], back, m_links[link].role);
    }

    // The lines of a lock say who has it and who waits by where they touch it: they stay.
    void noteHidden()
    {
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            if (m_links[i].role == MapLink::Role::Bytes && !m_links[i].chip
                && !isFree(m_shapes[i], m_grounds[i]))
                m_hidden.insert(i);
        }
    }

    // What is hidden leaves and comes on other sides.
    void turnSides()
    {
        std::vector<QPolygonF> seen;
        for (std::size_t i = 0; i < m_shapes.size() && !m_hidden.empty(); ++i) {
            if (!m_hidden.contains(i))
                seen.push_back(pointsOn(m_shapes[i]));
        }
        for (const std::size_t i : m_hidden) {
            WayGround& ground = m_grounds[i];
            ground.lines = seen;
            const Way way = wayAround(endsOf(ground.own[0], 0.5),
                endsOf(ground.own[1], shareAtTube(m_links[i].role)), ground);
            if (way.turns.empty())
                continue;
            m_sides[i] = { kLinkSides.at(way.from), kLinkSides.at(way.to) };
            m_shapes[i] = shapeAt(i);
        }
    }

    // Those on one side of a card stand apart.
    void spread()
    {
        std::map<std::pair<MapNode, LinkSide>, std::vector<Along>> sides;
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            if (m_links[i].chip)
                continue;
            const LinkSide side = m_sides[i].first;
            const QPointF towards = m_grounds[i].own[1].center();
            sides[{ m_links[i].card, side }].push_back(
                { i, isUpright(side) ? towards.y() : towards.x() });
        }
        for (auto& [key, along] : sides) {
            std::ranges::stable_sort(along, {}, &Along::towards);
            const QRectF& card = m_outlines.rects.at(key.first);
            const auto count = static_cast<qreal>(along.size());
            for (std::size_t n = 0; n < along.size(); ++n) {
                const std::size_t link = along[n].link;
                const bool alone = along.size() == 1 && isUpright(key.second);
                const qreal share = alone ? straightShare(card, m_grounds[link].own[1])
                                          : (static_cast<qreal>(n) + 1) / (count + 1);
                m_shapes[link].atCard = pointOn(card, key.second, share);
            }
        }
    }

    // They turn where they have to, off the lines of other tubes where they can.
    void goAround()
    {
        std::set<std::size_t> waiting = m_hidden;
        for (const std::size_t i : m_hidden) {
            LinkShape& shape = m_shapes[i];
            WayGround& ground = m_grounds[i];
            ground.lines.clear();
            for (std::size_t k = 0; k < m_shapes.size(); ++k) {
                if (!waiting.contains(k) && m_links[k].tube != m_links[i].tube)
                    ground.lines.push_back(pointsOn(m_shapes[k]));
            }
            shape.turns = wayAround({ { shape.atCard, shape.outOfCard } },
                { { shape.atTube, shape.outOfTube } }, ground)
                              .turns;
            waiting.erase(i);
        }
    }

    const std::vector<MapLink>& m_links;
    const MapOutlines& m_outlines;
    std::vector<WayGround> m_grounds; // a link
    std::vector<std::pair<LinkSide, LinkSide>> m_sides; // of the card, and of the tube
    std::vector<LinkShape> m_shapes;
    std::set<std::size_t> m_hidden; // at first: behind something, or across words
};

} // namespace

std::vector<LinkShape> linkShapes(
    const std::vector<MapLink>& links, const MapOutlines& outlines, qreal scale)
{
    return Drawing(links, outlines, scale).shapes();
}

} // namespace ipclab
