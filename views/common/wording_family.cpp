// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording_family.h"

#include "views/common/wording.h"
#include "views/common/wording_tr.h"

namespace ipclab {

// Of a process that was never in view, its number is all there is.
QString relativeName(const World& world, Pid pid)
{
    const Process* const process = world.process(pid);
    if (!process)
        return Wording::tr("process %1").arg(pid.value);
    const QString label = processLabel(*process);
    return process->self || process->name.empty()
        ? label
        : QStringLiteral("%1 (%2)").arg(label, QString::number(pid.value));
}

QString parentWords(const World& world, const Process& process)
{
    if (process.self || !process.parent)
        return {};
    const bool byAnother = process.maker && process.maker != process.parent;
    const QString parent = relativeName(world, process.parent);
    if (!byAnother)
        return Wording::tr("child of %1").arg(parent);
    const QString maker = relativeName(world, process.maker);
    return process.adopted ? Wording::tr("adopted by %1; was started by %2").arg(parent, maker)
                           : Wording::tr("child of %1; was started by %2")
                                 .arg(parent, maker); // CLONE_PARENT, clone(2)
}

QString threadsWords(const Process& process)
{
    return process.threads.size() > 1
        ? Wording::tr("%1 threads").arg(countText(process.threads.size()))
        : QString();
}

} // namespace ipclab
