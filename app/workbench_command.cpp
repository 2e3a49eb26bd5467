// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench_command.h"

namespace ipclab {

namespace {

std::string wiringOr(const QString& word)
{
    return word.isEmpty() ? std::string("terminal") : word.toStdString();
}

} // namespace

LaunchPlan planFor(const WorkbenchCommand& command)
{
    LaunchPlan plan;
    plan.name = command.argv.isEmpty() ? std::string() : command.argv.front().toStdString();
    for (const QString& word : command.argv)
        plan.argv.push_back(word.toStdString());
    for (const QString& setting : command.wish.environment)
        plan.environment.push_back(setting.toStdString());
    plan.folder = command.wish.folder.toStdString();
    plan.wiring = { wiringOr(command.wish.stdinWiring), wiringOr(command.wish.stdoutWiring),
        wiringOr(command.wish.stderrWiring) };
    const CommandWish& wish = command.wish;
    plan.limits = { static_cast<std::uint64_t>(wish.megabytes) * CommandWish::kMegabyte,
        static_cast<std::uint64_t>(wish.cpuSeconds), static_cast<std::uint64_t>(wish.files) };
    return plan;
}

} // namespace ipclab
