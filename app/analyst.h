// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/findings.h"
#include "ipc-core/capture/capture.h"

#include <atomic>
#include <memory>

namespace ipclab {

// What the capture thread asks for findings: a World of its own, folded as the log grows. `readTo`:
// how far it has read, for who forgets the rest; it outlives the analyst.
inline Analyst makeAnalyst(std::atomic<EventIndex>* readTo = nullptr)
{
    return [world = std::make_shared<World>(), readTo](const LogView& log) {
        while (world->applied < log.size())
            apply(*world, log[world->applied]);
        if (readTo)
            *readTo = world->applied;
        return findings(*world);
    };
}

} // namespace ipclab
