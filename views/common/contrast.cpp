// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/contrast.h"

#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

int part(int first, int second, double share)
{
    return static_cast<int>(std::lround(first * (1 - share) + second * share));
}

} // namespace

double contrast(const QColor& one, const QColor& other)
{
    const auto [dark, light] = std::minmax({ luminance(one), luminance(other) });
    return (light + 0.05) / (dark + 0.05);
}

QColor blended(const QColor& first, const QColor& second, double share)
{
    return { part(first.red(), second.red(), share), part(first.green(), second.green(), share),
        part(first.blue(), second.blue(), share) };
}

QColor readable(const QColor& ink, const QColor& ground, double least)
{
    const QColor far = luminance(ground) > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
    QColor found = ink;
    for (int step = 1; step <= 20 && contrast(found, ground) < least; ++step)
        found = blended(ink, far, step * 0.05);
    return found;
}

} // namespace ipclab
