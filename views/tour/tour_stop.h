// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>

#include <cstdint>

namespace ipclab {

// Where the tour points at, in its order.
enum class TourStop : std::uint8_t {
    Welcome, // the catalog
    Question,
    Run,
    Cards,
    Bytes,
    Traffic,
    Why,
    Time,
    Count
};

// Empty: it is not to be seen.
struct TourPlace {
    QRect place; // of what is pointed at
    QRect clear; // what it belongs to, and what is not to be covered; empty: that alone

    bool operator==(const TourPlace&) const = default;
    [[nodiscard]] TourPlace translated(QPoint by) const
    {
        return { place.translated(by), clear.isEmpty() ? clear : clear.translated(by) };
    }
};

constexpr int kTourStops = static_cast<int>(TourStop::Count);

} // namespace ipclab
