// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/plot_shapes.h"

#include "views/common/time_scale.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kPixelsOfARate = 6;
constexpr std::size_t kPixelsOfALine = 3;

// Of what is thinned, the bytes between two points came over all the time between them.
double rateOf(const LevelSeries& series, Nanoseconds from, Nanoseconds to)
{
    const auto levelAt = [&](Nanoseconds time) {
        return series.thinned() ? series.heightAt(time) : series.levelAt(time);
    };
    const std::uint64_t moved = levelAt(to) - std::min(levelAt(from), levelAt(to));
    return static_cast<double>(moved) * static_cast<double>(kSecond)
        / static_cast<double>(std::max<Nanoseconds>(to - from, 1));
}

// A span that has not passed yet counts with the one before: else the rate would always fall there.
std::vector<PlotPoint> rates(
    const LevelSeries& series, Nanoseconds from, Nanoseconds to, Nanoseconds now, Nanoseconds span)
{
    std::vector<PlotPoint> points;
    for (Nanoseconds at = from / span * span; at < to; at += span) {
        if (at + span > now && !points.empty())
            points.back().value = rateOf(series, at - span, now);
        else
            points.push_back({ std::max(at, from), rateOf(series, at, at + span) });
    }
    if (!points.empty())
        points.push_back({ to, points.back().value });
    return points;
}

std::vector<PlotPoint> heights(
    const LevelSeries& series, Nanoseconds from, Nanoseconds to, std::size_t pixels)
{
    std::vector<PlotPoint> points;
    const auto parts = static_cast<Nanoseconds>(std::max<std::size_t>(pixels / kPixelsOfALine, 1));
    const Nanoseconds step = std::max<Nanoseconds>((to - from) / parts, 1);
    std::size_t past = 0;
    for (Nanoseconds at = from; at < to; at += step)
        points.push_back({ at, static_cast<double>(series.heightAt(at, past)) });
    points.push_back({ to, static_cast<double>(series.heightAt(to, past)) });
    return points;
}

} // namespace

Nanoseconds rateSpan(Nanoseconds range, std::size_t pixels)
{
    return std::max<Nanoseconds>(
        tickStep(range, static_cast<int>(std::max<std::size_t>(pixels, 1)), kPixelsOfARate), 1);
}

std::vector<PlotPoint> drawnPoints(Quantity quantity, const LevelSeries& series, Nanoseconds from,
    Nanoseconds to, Nanoseconds now, std::size_t pixels)
{
    const Nanoseconds span = rateSpan(to - from, pixels);
    to = std::min(to, now);
    if (series.points().empty() || to <= from || pixels == 0)
        return {};
    from = std::clamp(series.points().front().at, from, to);
    if (quantity == Quantity::Rate)
        return rates(series, from, to, now, span);
    if (quantity == Quantity::Waiting)
        return heights(series, from, to, pixels);
    const std::vector<LevelPoint> drawn = series.drawn(from, to, pixels);
    std::vector<PlotPoint> points(drawn.size());
    std::ranges::transform(drawn, points.begin(), [](const LevelPoint& point) {
        return PlotPoint { point.at, static_cast<double>(point.level) };
    });
    return points;
}

double valueAt(Quantity quantity, const LevelSeries& series, Nanoseconds time, Nanoseconds span,
    Nanoseconds now)
{
    if (quantity == Quantity::Rate) { // as it is drawn
        const Nanoseconds from = time / span * span;
        const bool another = !series.points().empty() && from - span >= series.points().front().at;
        return from + span > now && another ? rateOf(series, from - span, now)
                                            : rateOf(series, from, from + span);
    }
    return static_cast<double>(
        quantity == Quantity::Waiting ? series.heightAt(time) : series.levelAt(time));
}

} // namespace ipclab
