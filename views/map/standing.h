// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ipclab {

// How a node stands out just now, whatever it says.
struct Standing {
    bool selected = false;
    bool focused = false; // by the keyboard
    bool faded = false; // something else is pointed out
    bool aside = false; // has nothing to do with the card that is pointed at
    bool operator==(const Standing&) const = default;
};

constexpr qreal opacityOf(const Standing& standing)
{
    return standing.faded ? 0.35 : standing.aside ? 0.6 : 1;
}

} // namespace ipclab
