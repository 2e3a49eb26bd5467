// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording_ahead.h"
#include "views/common/wording_family.h"
#include "views/common/wording_tr.h"
#include "views/inspector/fact_rows.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kMostChildren = 8;
constexpr std::size_t kMostThreads = 8;

FactRow relativeRow(const World& world, const QString& kin, Pid pid, Now now)
{
    FactRow row;
    row.left = kin;
    row.words = relativeName(world, pid);
    if (const Process* const process = world.process(pid)) {
        row.target = { pid };
        row.right = process->self ? QString() : stateWords(world, *process, now);
    }
    return row;
}

// Those alive first; of the others only those that nobody has waited for are children still.
void addChildren(std::vector<FactRow>& rows, const World& world, Pid parent, Now now)
{
    std::vector<Pid> alive;
    std::vector<Pid> zombies;
    std::size_t count = 0;
    for (const auto& [pid, process] : world.processes) {
        const bool reaped = process.ending && process.ending->reaped;
        if (process.parent != parent || process.self || reaped)
            continue;
        ++count;
        std::vector<Pid>& kept = process.alive() ? alive : zombies;
        if (kept.size() < kMostChildren)
            kept.push_back(pid);
    }
    alive.insert(alive.end(), zombies.begin(), zombies.end());
    alive.resize(std::min(alive.size(), kMostChildren));
    for (const Pid pid : alive)
        rows.push_back(relativeRow(world, InspectorWords::tr("child"), pid, now));
    if (count > alive.size())
        rows.push_back(moreRow(count - alive.size()));
}

QString threadState(const Thread& thread, Nanoseconds now)
{
    if (thread.ahead)
        return InspectorWords::tr("held");
    if (!thread.call)
        return InspectorWords::tr("running");
    return InspectorWords::tr("waits in %1, %2")
        .arg(callText(thread.call->call, thread.call->fd),
            durationText(std::max<Nanoseconds>(0, now - thread.call->since)));
}

// Of a single thread the process says it all.
void addThreads(std::vector<FactRow>& rows, const World& world, const Process& process, Now now)
{
    if (process.threads.size() < 2 || process.self)
        return;
    std::size_t shown = 0;
    for (const auto& [tid, thread] : process.threads) {
        if (shown++ == kMostThreads) {
            rows.push_back(moreRow(process.threads.size() - kMostThreads));
            return;
        }
        FactRow row;
        row.left = InspectorWords::tr("thread");
        row.words = QString::number(tid.value);
        row.right = process.stoppedBy != 0 ? InspectorWords::tr("stopped")
                                           : threadState(thread, now.value_or(world.now));
        rows.push_back(row);
    }
}

bool hasWait(const Process& process)
{
    return std::ranges::any_of(
        process.threads, [](const auto& entry) { return entry.second.call.has_value(); });
}

} // namespace

bool showsWaits(const World& world, const Process& process)
{
    if (process.alive() && hasWait(process))
        return true;
    return std::ranges::any_of(world.processes, [&](const auto& entry) {
        const Process& other = entry.second;
        const bool related = other.pid == process.parent || other.pid == process.maker
            || other.parent == process.pid;
        return related && !other.self && other.alive() && hasWait(other);
    });
}

std::vector<FactRow> familyRows(const World& world, const Process& process, Now now)
{
    std::vector<FactRow> rows;
    if (!process.self && process.parent) {
        rows.push_back(relativeRow(world,
            process.adopted ? InspectorWords::tr("adopted by") : InspectorWords::tr("parent"),
            process.parent, now));
        if (process.maker && process.maker != process.parent)
            rows.push_back(
                relativeRow(world, InspectorWords::tr("started by"), process.maker, now));
    }
    addChildren(rows, world, process.pid, now);
    addThreads(rows, world, process, now);
    return rows;
}

} // namespace ipclab
