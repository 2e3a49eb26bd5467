// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/launch_plan.h"

#include <QString>
#include <QStringList>

namespace ipclab {

// A command without a lab: the workbench's.
struct WorkbenchCommand {
    QString line; // as it was typed
    QStringList argv;
    QString stdinWiring; // the words of the lab format
    QString stdoutWiring;
    QString folder;
};

LaunchPlan planFor(const WorkbenchCommand& command);

} // namespace ipclab
