// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace ipclab {

// A directed graph: to whom each node leads, by index.
using Edges = std::vector<std::vector<std::size_t>>;

Edges reversed(const Edges& edges);

// Which nodes one can get to from `seeds`, these among them. Linear.
std::vector<bool> reachedFrom(const Edges& edges, const std::vector<std::size_t>& seeds);

// The groups of nodes that all lead to each other and to nobody else, each ascending. (Of the
// strongly connected components those that are terminal.) Linear.
std::vector<std::vector<std::size_t>> terminalComponents(const Edges& edges);

} // namespace ipclab
