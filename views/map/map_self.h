// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/run_bytes.h"
#include "views/map/map_facts.h"

namespace ipclab {

// What IPC Lab itself has in its hands: its ends of what programs are given as stdin, stdout and
// stderr. How much came out of them and was written into them in this run stands on the card; what
// still waits there, end by end, in the tip.
void addSelfFacts(
    const World& world, const Process& self, const PassedBytes& before, CardFacts& facts);

} // namespace ipclab
