// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording_terminal.h"
#include "views/common/wording_tr.h"
#include "views/inspector/fact_rows.h"

#include <unistd.h>

#include <algorithm>
#include <map>
#include <set>

namespace ipclab {

namespace {

FactRow countRow(const QString& words, std::uint64_t bytes)
{
    FactRow row;
    row.words = words;
    row.right = bytesText(bytes);
    return row;
}

// How much has passed, in each direction; how much waits is said with the bytes themselves.
std::vector<FactRow> totalRows(const World& world, const Channel& channel)
{
    std::vector<FactRow> rows;
    for (const End end : { End::First, End::Second }) {
        if (!channel.carriesBytes() || (end == End::Second && !channel.twoWay()))
            continue;
        const Queue& queue = channel.queueAt(end);
        if (channel.twoWay()) {
            const QString known = towards(world, channel, end);
            const QString to = known.isEmpty() ? InspectorWords::tr("→ others") : known;
            rows.push_back(countRow(InspectorWords::tr("written %1").arg(to), queue.written));
            rows.push_back(countRow(InspectorWords::tr("read %1").arg(to), queue.read));
        } else {
            rows.push_back(countRow(InspectorWords::tr("written in all"), queue.written));
            rows.push_back(countRow(InspectorWords::tr("read in all"), queue.read));
        }
    }
    return rows;
}

// A row a process: "parent.py 5210   fd 0, 1, 2".
std::vector<FactRow> holderRows(
    const World& world, const std::vector<std::vector<Holder>>& holderLists)
{
    std::map<Pid, std::set<int>> held;
    for (const std::vector<Holder>& holders : holderLists) {
        for (const Holder& holder : holders)
            held[holder.pid].insert(holder.fd);
    }
    std::vector<FactRow> rows;
    for (const auto& [pid, fds] : held) {
        const Process* const process = world.process(pid);
        if (!process)
            continue;
        QStringList numbers;
        for (const int fd : fds)
            numbers += QString::number(fd);
        FactRow row;
        row.words = processWithPid(*process);
        row.right = InspectorWords::tr("fd %1").arg(numbers.join(QStringLiteral(", ")));
        row.target = { pid };
        rows.push_back(row);
    }
    return rows;
}

Ink inkOf(Place place)
{
    switch (place) {
    case Place::Writer:
        return Ink::WriterBytes;
    case Place::Kernel:
        return Ink::KernelBytes;
    case Place::Reader:
        return Ink::ReaderBytes;
    case Place::Read:
        break;
    }
    return Ink::ReadBytes;
}

std::vector<FactRow> placeRows(const World& world, ChannelId id)
{
    const BytePlaces places = bytePlaces(world, id);
    quint64 all = 0;
    for (const Place place : { Place::Writer, Place::Kernel, Place::Reader, Place::Read })
        all += places.at(place);
    std::vector<FactRow> rows;
    for (const Place place : { Place::Writer, Place::Kernel, Place::Reader, Place::Read }) {
        FactRow row;
        row.words = placeLabel(place);
        row.right = bytesText(places.at(place));
        row.ink = inkOf(place);
        row.share = all == 0 ? 0 : static_cast<double>(places.at(place)) / static_cast<double>(all);
        rows.push_back(row);
    }
    return rows;
}

// 3 in a deadlock, 2 waiting for long, 1 alive, 0 ended, -1 nobody to look at.
int interestOf(const World& world, const Process* process)
{
    if (!process || process->self)
        return -1;
    if (!process->alive())
        return 0;
    if (deadlockOf(world, process->pid))
        return 3;
    const std::optional<Wait> wait = waitOf(world, *process);
    return wait && world.now - wait->since > kSecond ? 2 : 1;
}

Nanoseconds waitingSince(const World& world, const Process& process)
{
    const std::optional<Wait> wait = waitOf(world, process);
    return wait ? wait->since : world.now;
}

} // namespace

ChannelFacts channelFacts(const World& world, const LogView& log, ChannelId id)
{
    ChannelFacts facts;
    const Channel* const channel = world.channel(id);
    if (!channel)
        return facts;
    facts.channel = id;
    facts.name = channelLabel(world, id);
    facts.kind = channelKindName(channel->kind);
    facts.systemName = text(channel->name);
    facts.totals = totalRows(world, *channel);
    facts.totalsNote = terminalNote(*channel);
    facts.writers
        = holderRows(world, { world.writers(id, End::First), world.writers(id, End::Second) });
    facts.readers
        = holderRows(world, { world.readers(id, End::First), world.readers(id, End::Second) });
    facts.contents = contentFacts(world, log, *channel);
    if (channel->carriesBytes())
        facts.places = placeRows(world, id);
    const Process* const self = world.self();
    const bool ours = self && std::ranges::any_of(self->descriptors, [id](const auto& entry) {
        return entry.second.channel == id;
    });
    facts.labFeeds = ours && std::ranges::any_of(world.processes, [&](const auto& entry) {
        const Descriptor* const in = world.descriptor(entry.first, STDIN_FILENO);
        return entry.second.isWatched() && in && in->channel == id;
    });
    return facts;
}

Pid mostInteresting(const World& world, Pid current)
{
    const Process* best = world.process(current);
    int interest = interestOf(world, best);
    if (interest < 0)
        best = nullptr;
    const bool keeps = best != nullptr;
    for (const auto& [pid, process] : world.processes) {
        const int found = interestOf(world, &process);
        const bool longer = !keeps && best && found == interest && found == 2
            && waitingSince(world, process) < waitingSince(world, *best);
        if (found > interest || longer) {
            best = &process;
            interest = found;
        }
    }
    return best ? best->pid : Pid {};
}

} // namespace ipclab
