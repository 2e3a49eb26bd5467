// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_facts.h"

namespace ipclab {

// What a tube says that stands for several, over what the first of its channels says. Any thread.
void addBundleFacts(const World& world, const MapTube& tube, TubeFacts& facts);

} // namespace ipclab
