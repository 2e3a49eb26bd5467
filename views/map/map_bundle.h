// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_graph.h"

namespace ipclab {

// Channels of one kind that go from the same cards to the same cards become one tube: always at a
// group, and everywhere once there are many.
void bundleTubes(MapGraph& graph, const World& world);

} // namespace ipclab
