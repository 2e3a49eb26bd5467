// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/plot_curves.h"

#include "views/common/contrast.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/plots/plot_words.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace ipclab {

namespace {

// What it is of has the same colour everywhere.
Ink inkOf(Quantity quantity, const PlotKey& key)
{
    switch (quantity) {
    case Quantity::Rate:
        return key.out ? Ink::ReadBytes : Ink::KernelBytes;
    case Quantity::Buffered:
        return key.out ? Ink::ReaderBytes : Ink::WriterBytes;
    case Quantity::Queue:
        return Ink::Accent;
    case Quantity::Waiting:
        return Ink::Waiting;
    case Quantity::Level:
        break;
    }
    return Ink::KernelBytes;
}

// Of the same family each in a shade of its own; those of a run that is laid over are dashed.
QPen penOf(const Look& look, Ink ink, std::size_t nth, bool over)
{
    const QColor base = look.colour(ink);
    const QColor shades[] = { base, blended(base, look.colour(Ink::Text), 0.5),
        blended(base, look.colour(Ink::Surface), 0.3) };
    QPen pen(shades[nth % 3]);
    pen.setStyle(over ? Qt::DashLine : Qt::SolidLine);
    pen.setWidth(look.px(2));
    return pen;
}

// When there are no more shades, and of another run.
PlotSign signOf(const CurveWish& wish, unsigned run, std::size_t nth)
{
    if (wish.over)
        return nth / 3 % 2 == 0 ? PlotSign::Circle : PlotSign::Triangle;
    constexpr PlotSign kSigns[]
        = { PlotSign::None, PlotSign::Square, PlotSign::Diamond, PlotSign::Triangle };
    const std::size_t ofRun = wish.run == 0 && wish.runNamed ? run - 1 : 0;
    return kSigns[(ofRun + nth / 3) % 4];
}

bool isSelected(const PlotKey& key, const Selection& selection)
{
    return (key.channel && key.channel == selection.channel())
        || (key.pid && key.pid == selection.pid());
}

QString nameOf(const PlotFeed& feed, const CurveWish& wish, const PlotKey& key)
{
    QString name = seriesName(feed.world(), wish.quantity, key);
    if (wish.runNamed)
        name = inRun(key.run, name);
    return wish.session.isEmpty() ? name : QStringLiteral("%1 · %2").arg(wish.session, name);
}

} // namespace

Curves curvesOf(
    const PlotFeed& feed, const CurveWish& wish, const Look& look, const Selection& selection)
{
    Curves curves;
    std::map<std::pair<unsigned, Ink>, std::size_t> nth;
    for (const auto& [key, series] : feed.series(wish.quantity)) {
        if (wish.run != 0 && key.run != wish.run)
            continue;
        const Ink ink = inkOf(wish.quantity, key);
        PlotCurve curve;
        curve.key = key;
        const std::size_t place = nth[{ key.run, ink }]++;
        curve.pen = penOf(look, ink, place, wish.over);
        curve.over = wish.over;
        if (isSelected(key, selection))
            curve.pen.setWidth(look.px(4));
        curve.sign = signOf(wish, key.run, place);
        curve.series = &series;
        curve.runStart = feed.startOf(key.run);
        curve.start = wish.run == 0 ? 0 : curve.runStart;
        curve.end = feed.endOf(key.run);
        curves.drawn.push_back(std::move(curve));
    }
    std::ranges::stable_sort(curves.drawn, [&](const PlotCurve& one, const PlotCurve& other) {
        return std::tuple(!isSelected(one.key, selection), other.key.run)
            < std::tuple(!isSelected(other.key, selection), one.key.run);
    });
    if (curves.drawn.size() > wish.most) {
        curves.more = curves.drawn.size() - wish.most;
        curves.drawn.resize(wish.most);
    }
    curves.more += feed.leftOut(wish.quantity, wish.run);
    std::ranges::sort(curves.drawn, {}, &PlotCurve::key);
    for (PlotCurve& curve : curves.drawn)
        curve.name = nameOf(feed, wish, curve.key);
    return curves;
}

} // namespace ipclab
