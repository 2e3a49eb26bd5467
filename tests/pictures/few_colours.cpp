// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/reference.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace ipclab::test {

namespace {

constexpr int kColours = 256; // as many as a file of one byte a pixel has

int apart(QRgb one, QRgb other)
{
    return std::abs(qRed(one) - qRed(other)) + std::abs(qGreen(one) - qGreen(other))
        + std::abs(qBlue(one) - qBlue(other));
}

// Those that most pixels have, each well apart from the others.
QList<QRgb> commonest(const QHash<QRgb, int>& counts)
{
    constexpr int kWellApart = 16;
    QList<QRgb> all = counts.keys();
    std::ranges::sort(all, [&](QRgb one, QRgb other) {
        return std::pair(counts[one], one) > std::pair(counts[other], other);
    });
    QList<QRgb> chosen;
    for (const QRgb colour : all) {
        const bool alone = std::ranges::all_of(
            chosen, [&](QRgb other) { return apart(colour, other) >= kWellApart; });
        if (alone)
            chosen << colour;
        if (chosen.size() == kColours)
            break;
    }
    return chosen;
}

int nearest(QRgb colour, const QList<QRgb>& table)
{
    const auto closer
        = [&](QRgb one, QRgb other) { return apart(one, colour) < apart(other, colour); };
    return static_cast<int>(std::ranges::min_element(table, closer) - table.begin());
}

} // namespace

QImage withFewColours(const QImage& image)
{
    const QImage whole = image.convertToFormat(QImage::Format_RGB32);
    QHash<QRgb, int> counts;
    for (int y = 0; y < whole.height(); ++y) {
        const auto* const line = reinterpret_cast<const QRgb*>(whole.constScanLine(y));
        for (int x = 0; x < whole.width(); ++x)
            ++counts[line[x]];
    }
    const QList<QRgb> table = commonest(counts);
    QHash<QRgb, int> places;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        places[it.key()] = nearest(it.key(), table);
    QImage few(whole.size(), QImage::Format_Indexed8);
    few.setColorTable(table);
    for (int y = 0; y < whole.height(); ++y) {
        const auto* const line = reinterpret_cast<const QRgb*>(whole.constScanLine(y));
        for (int x = 0; x < whole.width(); ++x)
            few.scanLine(y)[x] = static_cast<uchar>(places[line[x]]);
    }
    return few;
}

} // namespace ipclab::test
