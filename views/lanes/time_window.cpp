// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/time_window.h"

#include "views/common/numbers.h"
#include "views/common/time_scale.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

constexpr Nanoseconds kMicrosecond = 1000;

// The next of a few round lengths: it changes seldom while the end grows.
Nanoseconds roundAbove(Nanoseconds end)
{
    Nanoseconds decade = kMillisecond;
    while (decade * 10 <= end)
        decade *= 10;
    for (const double factor : { 1.0, 1.5, 2.0, 3.0, 5.0, 7.0 }) {
        const auto length = static_cast<Nanoseconds>(static_cast<double>(decade) * factor);
        if (length > end)
            return length;
    }
    return decade * 10;
}

int decimalsFor(Nanoseconds step, Nanoseconds unit)
{
    int decimals = 0;
    for (Nanoseconds one = unit; one > step && one > 1; one /= 10)
        ++decimals;
    return decimals;
}

// In one unit for all of the axis, as finely as its step is.
QString axisText(Nanoseconds time, Nanoseconds step, Nanoseconds last)
{
    if (last >= kMinute && step >= kSecond)
        return durationText(time);
    const Nanoseconds unit = last >= kSecond ? kSecond
        : last >= kMillisecond               ? kMillisecond
                                             : kMicrosecond;
    const char* const name = unit == kSecond ? " s" : unit == kMillisecond ? " ms" : " µs";
    return QLocale().toString(
               static_cast<double>(time) / static_cast<double>(unit), 'f', decimalsFor(step, unit))
        + QString::fromUtf8(name);
}

} // namespace

void TimeWindow::setEnd(Nanoseconds now, Nanoseconds happened, bool growing)
{
    const bool follows = m_zoomed && growing && m_to >= m_end && m_from <= m_end;
    m_end = std::max<Nanoseconds>(now, 0);
    const auto withRoom = [growing](Nanoseconds end) {
        return std::max(growing ? roundAbove(end) : end + end / 64, kMillisecond / 100);
    };
    m_whole = withRoom(m_end);
    m_fitting = std::min(m_whole, withRoom(3 * happened + kSecond / 2));
    if (!m_zoomed) {
        fit();
    } else if (follows && m_end > m_to) { // a page on, not creeping
        show(m_end - range() / 2, m_end - range() / 2 + range());
    }
}

void TimeWindow::fit()
{
    m_zoomed = false;
    m_from = 0;
    m_to = m_fitting;
}

void TimeWindow::show(Nanoseconds from, Nanoseconds to)
{
    const Nanoseconds longest = std::max(m_whole, kShortest);
    const Nanoseconds wide = std::clamp(to - from, kShortest, longest);
    m_from = std::clamp<Nanoseconds>(from, 0, longest - wide);
    m_to = m_from + wide;
    m_zoomed = m_from != 0 || m_to != m_fitting;
}

void TimeWindow::zoom(double factor, Nanoseconds about)
{
    const auto wide = std::clamp(static_cast<Nanoseconds>(static_cast<double>(range()) * factor),
        kShortest, std::max(m_whole, kShortest));
    const double share = static_cast<double>(about - m_from) / static_cast<double>(range());
    const Nanoseconds from = about - static_cast<Nanoseconds>(share * static_cast<double>(wide));
    show(from, from + wide);
}

void TimeWindow::shift(Nanoseconds by)
{
    show(m_from + by, m_to + by);
}

void TimeWindow::reveal(Nanoseconds from, Nanoseconds to)
{
    if (from >= m_from && to <= m_to)
        return;
    if (to - from >= range() && from < m_to && to > m_from)
        return; // it fills what is shown
    const Nanoseconds middle = to - from >= range() ? from + range() / 3 : from + (to - from) / 2;
    show(middle - range() / 2, middle - range() / 2 + range());
}

int TimeWindow::xOf(Nanoseconds time, int width) const
{
    const double share = static_cast<double>(time - m_from) / static_cast<double>(range());
    return static_cast<int>(
        std::clamp(std::floor(share * width + 1e-6), -1.0 * width - 16, 2.0 * width + 16));
}

Nanoseconds TimeWindow::timeAt(int x, int width) const
{
    const double share = static_cast<double>(x) / std::max(width, 1);
    return m_from + static_cast<Nanoseconds>(share * static_cast<double>(range()));
}

std::vector<AxisTick> axisTicks(const TimeWindow& window, int width, int apart)
{
    std::vector<AxisTick> ticks;
    if (width <= 0)
        return ticks;
    const Nanoseconds step = tickStep(window.range(), width, apart);
    for (Nanoseconds time = (window.from() + step - 1) / step * step; time <= window.to();
         time += step)
        ticks.push_back({ window.xOf(time, width), axisText(time, step, window.to()) });
    return ticks;
}

} // namespace ipclab
