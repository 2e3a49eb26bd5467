// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/launch_plan.h"
#include "views/catalog/command_wish.h"

#include <QStringList>

namespace ipclab {

// A command without a lab: the workbench's.
struct WorkbenchCommand {
    CommandWish wish; // as it was typed
    QStringList argv;
};

LaunchPlan planFor(const WorkbenchCommand& command);

} // namespace ipclab
