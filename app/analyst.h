// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/findings.h"
#include "ipc-core/capture/capture.h"

#include <memory>

namespace ipclab {

// What the capture thread asks for findings: a World of its own, folded as the log grows.
inline Analyst makeAnalyst()
{
    return [world = std::make_shared<World>()](const LogView& log) {
        while (world->applied < log.size())
            apply(*world, log[world->applied]);
        return findings(*world);
    };
}

} // namespace ipclab
