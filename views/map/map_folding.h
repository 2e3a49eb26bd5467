// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <cstddef>
#include <map>
#include <vector>

namespace ipclab {

constexpr std::size_t kMostCards = 40; // more processes than this fold by parent
constexpr std::size_t kMostOpened = 80; // so many more that the person asked for

// What the person wants folded: all that descends from a process as one card, or open though there
// are many.
struct MapFolds {
    std::map<Pid, bool> folded;
    Pid chosen; // stands by itself wherever it belongs
    bool operator==(const MapFolds&) const = default;
};

struct MapGraph;

// Do so many become one card by themselves that what is left would stand far apart, at the edges of
// what they have taken?
bool crowdFolds(const MapGraph& before, const MapGraph& now, const MapFolds& folds);

// Who is drawn as one of whose descendants; who is not in it has a card of its own. The map opens
// from the top while there is room, so neither a crowd nor a long chain makes it large: at most
// kMostCards + kMostOpened cards, a group for each of these, and the chosen one. A pure function.
std::map<Pid, Pid> foldedInto(const std::vector<const Process*>& shown, const MapFolds& folds);

} // namespace ipclab
