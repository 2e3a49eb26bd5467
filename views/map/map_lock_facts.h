// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_facts.h"

namespace ipclab {

// What a lock says of itself, over what its channel says where it is that of a file or of a set of
// semaphores.
void addLockFacts(const World& world, const MapTube& tube, TubeFacts& facts);

} // namespace ipclab
