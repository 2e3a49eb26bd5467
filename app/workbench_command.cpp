// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench_command.h"

namespace ipclab {

LaunchPlan planFor(const WorkbenchCommand& command)
{
    LaunchPlan plan;
    plan.name = command.argv.isEmpty() ? std::string() : command.argv.front().toStdString();
    for (const QString& word : command.argv)
        plan.argv.push_back(word.toStdString());
    plan.folder = command.folder.toStdString();
    plan.wiring
        = { command.stdinWiring.toStdString(), command.stdoutWiring.toStdString(), "terminal" };
    return plan;
}

} // namespace ipclab
