// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording_family.h"

#include "views/common/wording.h"
#include "views/common/wording_tr.h"

namespace ipclab {

namespace {

// "parent.py (4711)"; of a process that was never in view, its number is all there is.
QString relative(const World& world, Pid pid)
{
    const Process* const process = world.process(pid);
    if (!process)
        return Wording::tr("process %1").arg(pid.value);
    const QString label = processLabel(*process);
    return process->self || process->name.empty()
        ? label
        : QStringLiteral("%1 (%2)").arg(label).arg(pid.value);
}

} // namespace

QString parentWords(const World& world, const Process& process)
{
    if (process.self || !process.parent)
        return {};
    const bool byAnother = process.maker && process.maker != process.parent;
    const QString parent = relative(world, process.parent);
    if (!byAnother)
        return Wording::tr("child of %1").arg(parent);
    const QString maker = relative(world, process.maker);
    return process.adopted ? Wording::tr("adopted by %1; was started by %2").arg(parent, maker)
                           : Wording::tr("child of %1; was started by %2")
                                 .arg(parent, maker); // CLONE_PARENT, clone(2)
}

QString childrenWords(const World& world, Pid pid)
{
    constexpr qsizetype kMostNamed = 4;
    QStringList names;
    std::size_t count = 0;
    for (const auto& [child, process] : world.processes) {
        if (process.parent != pid || !process.isWatched())
            continue;
        ++count;
        if (names.size() < kMostNamed)
            names += relative(world, child);
    }
    if (count == 0)
        return {};
    if (count > kMostNamed)
        names += QStringLiteral("…");
    const QString all = names.join(QStringLiteral(", "));
    return count == 1 ? Wording::tr("1 child: %1").arg(all)
                      : Wording::tr("%1 children: %2").arg(countText(count), all);
}

QString threadsWords(const Process& process)
{
    return process.threads.size() > 1
        ? Wording::tr("%1 threads").arg(countText(process.threads.size()))
        : QString();
}

} // namespace ipclab
