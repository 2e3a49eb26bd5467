// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_ways.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ipclab {

namespace {

// Lengths at the desk, px.
constexpr qreal kWayOff = 5; // from what is gone around
constexpr qreal kLane = 13; // where a line runs beside it; room for an arrow's head too
constexpr qreal kLeastStub = 12; // out of a card, before it turns

bool goesSideways(const WayEnd& end)
{
    return end.out.x() != 0;
}

// Whether a piece of a line, upright or level, touches the inside of a rectangle.
bool touches(QPointF one, QPointF other, const QRectF& rect)
{
    return std::min(one.x(), other.x()) < rect.right() && std::max(one.x(), other.x()) > rect.left()
        && std::min(one.y(), other.y()) < rect.bottom()
        && std::max(one.y(), other.y()) > rect.top();
}

// Where lines may run: beside what is there.
struct Lanes {
    std::vector<qreal> xs;
    std::vector<qreal> ys;
};

Lanes lanesOf(const WayGround& ground)
{
    const qreal lane = kLane * ground.scale;
    Lanes lanes;
    for (const auto* const rects : { &ground.blocked, &ground.own }) {
        for (const QRectF& rect : *rects) {
            lanes.xs.insert(lanes.xs.end(), { rect.left() - lane, rect.right() + lane });
            lanes.ys.insert(lanes.ys.end(), { rect.top() - lane, rect.bottom() + lane });
        }
    }
    for (auto* const places : { &lanes.xs, &lanes.ys }) {
        std::ranges::sort(*places);
        const auto [first, last] = std::ranges::unique(*places);
        places->erase(first, last);
    }
    return lanes;
}

// From one end to the other by one or two turns, or by three.
std::vector<std::vector<QPointF>> turnsBetween(
    const WayEnd& from, const WayEnd& to, const Lanes& lanes, bool three)
{
    const QPointF a = from.at;
    const QPointF b = to.at;
    std::vector<std::vector<QPointF>> found;
    if (goesSideways(from) == goesSideways(to)) {
        if (three) {
            // None: it comes in as it left, after an even number of turns.
        } else if (goesSideways(from)) {
            for (const qreal x : lanes.xs)
                found.push_back({ { x, a.y() }, { x, b.y() } });
        } else {
            for (const qreal y : lanes.ys)
                found.push_back({ { a.x(), y }, { b.x(), y } });
        }
        return found;
    }
    const bool level = goesSideways(from);
    if (!three)
        return { { level ? QPointF(b.x(), a.y()) : QPointF(a.x(), b.y()) } };
    for (const qreal x : lanes.xs) {
        for (const qreal y : lanes.ys) {
            if (level)
                found.push_back({ { x, a.y() }, { x, y }, { b.x(), y } });
            else
                found.push_back({ { a.x(), y }, { x, y }, { x, b.y() } });
        }
    }
    return found;
}

struct Candidate {
    Way way;
    QPolygonF line;
    qreal cost = 0;
};

// Leaves and comes as its ends say.
bool isStraightOut(
    const WayEnd& from, const WayEnd& to, const std::vector<QPointF>& turns, qreal least)
{
    return QPointF::dotProduct(turns.front() - from.at, from.out) >= least
        && QPointF::dotProduct(turns.back() - to.at, to.out) >= least;
}

std::vector<Candidate> candidates(const std::vector<WayEnd>& from, const std::vector<WayEnd>& to,
    const Lanes& lanes, qreal scale, bool three)
{
    constexpr qreal kTurn = 40; // what a turn is worth, in length
    std::vector<Candidate> found;
    for (std::size_t i = 0; i < from.size(); ++i) {
        for (std::size_t k = 0; k < to.size(); ++k) {
            for (auto& turns : turnsBetween(from[i], to[k], lanes, three)) {
                if (!isStraightOut(from[i], to[k], turns, kLeastStub * scale))
                    continue;
                QPolygonF line { from[i].at };
                for (const QPointF& turn : turns)
                    line += turn;
                line += to[k].at;
                const qreal cost
                    = lengthOf(line) + kTurn * scale * static_cast<qreal>(turns.size());
                found.push_back({ { i, k, std::move(turns) }, line, cost });
            }
        }
    }
    std::ranges::stable_sort(found, {}, &Candidate::cost);
    return found;
}

bool isFree(const QPolygonF& line, const WayGround& ground)
{
    const qreal off = kWayOff * ground.scale;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const auto meets = [&](qreal wide) {
            return [&line, i, wide](const QRectF& rect) {
                return touches(line[i - 1], line[i], rect.adjusted(-wide, -wide, wide, wide));
            };
        };
        if (std::ranges::any_of(ground.blocked, meets(off))
            || std::ranges::any_of(ground.own, meets(-1)))
            return false;
    }
    return true;
}

// The cheapest, by its length, its turns, and how far it is in the way of others.
Way bestOf(std::vector<Candidate> candidates, const WayGround& ground)
{
    constexpr qreal kAtOther = 12;
    constexpr qreal kStep = 9;
    Way best;
    qreal least = std::numeric_limits<qreal>::max();
    for (Candidate& candidate : candidates) {
        if (candidate.cost >= least)
            break;
        if (!isFree(candidate.line, ground))
            continue;
        const QPolygonF points = evenly(candidate.line, kStep * ground.scale);
        qreal cost = candidate.cost;
        for (const QPolygonF& other : ground.lines)
            cost += kAtOther * ground.scale * conflict(points, other, 7 * ground.scale);
        if (cost < least) {
            least = cost;
            best = std::move(candidate.way);
        }
    }
    return best;
}

} // namespace

Way wayAround(
    const std::vector<WayEnd>& from, const std::vector<WayEnd>& to, const WayGround& ground)
{
    constexpr std::size_t kFew = 14; // of more, all pairs of lanes are too many to be tried
    const Lanes lanes = lanesOf(ground);
    Way best = bestOf(candidates(from, to, lanes, ground.scale, false), ground);
    if (best.turns.empty() && ground.blocked.size() <= kFew)
        best = bestOf(candidates(from, to, lanes, ground.scale, true), ground);
    return best;
}

QPolygonF evenly(const QPolygonF& line, qreal step)
{
    QPolygonF points;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (i > 0) {
            const QLineF piece(line[i - 1], line[i]);
            const int parts = std::max(1, static_cast<int>(std::ceil(piece.length() / step)));
            for (int part = 1; part < parts; ++part)
                points += piece.pointAt(static_cast<qreal>(part) / parts);
        }
        points += line[i];
    }
    return points;
}

int conflict(const QPolygonF& one, const QPolygonF& other, qreal near)
{
    if (!one.boundingRect().adjusted(-near, -near, near, near).intersects(other.boundingRect()))
        return 0;
    int found = 0;
    for (qsizetype i = 1; i < one.size(); ++i) {
        const QLineF piece(one[i - 1], one[i]);
        for (qsizetype k = 1; k < other.size(); ++k) {
            const QLineF its(other[k - 1], other[k]);
            if (piece.intersects(its, nullptr) == QLineF::BoundedIntersection)
                found += 4;
            else if (QLineF(piece.center(), its.center()).length() < near)
                ++found;
        }
    }
    return found;
}

qreal lengthOf(const QPolygonF& points)
{
    qreal length = 0;
    for (qsizetype i = 1; i < points.size(); ++i)
        length += QLineF(points[i - 1], points[i]).length();
    return length;
}

} // namespace ipclab
