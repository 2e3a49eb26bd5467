// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording_tr.h"
#include "views/inspector/fact_rows.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kMostFiles = 512;

std::vector<Pid> others(const std::vector<Holder>& holders, Pid self)
{
    std::vector<Pid> pids;
    for (const Holder& holder : holders) {
        if (holder.pid != self && std::ranges::find(pids, holder.pid) == pids.end())
            pids.push_back(holder.pid);
    }
    return pids;
}

// Nobody of those who are watched; who else may hold it is not followed.
QString nobodyText(const Channel& channel)
{
    return channel.outside ? InspectorWords::tr("others") : InspectorWords::tr("nobody");
}

QString namesText(const World& world, const Channel& channel, const std::vector<Pid>& pids)
{
    constexpr std::size_t kFew = 2;
    if (pids.size() > kFew)
        return InspectorWords::tr("%1 processes").arg(countText(pids.size()));
    QStringList names;
    for (const Pid pid : pids) {
        if (const Process* const process = world.process(pid))
            names += processName(world, *process);
    }
    return names.isEmpty() ? nobodyText(channel) : names.join(QStringLiteral(", "));
}

QString accessWords(Access access)
{
    switch (access) {
    case Access::Read:
        return InspectorWords::tr("for reading");
    case Access::Write:
        return InspectorWords::tr("for writing");
    case Access::ReadWrite:
        break;
    }
    return InspectorWords::tr("for reading and writing");
}

// Who is at the other end: a link where it is one process.
void addOther(FactRow& row, const World& world, const Channel& channel, Access access,
    const std::vector<Pid>& pids)
{
    row.other = namesText(world, channel, pids);
    if (pids.size() == 1)
        row.otherTarget = { pids.front() };
    row.words += access == Access::Read ? QStringLiteral(" ← ")
        : access == Access::Write       ? QStringLiteral(" → ")
                                        : QStringLiteral(" ↔ ");
    row.words += row.other;
    row.spoken += QStringLiteral(", ")
        + (access == Access::Read         ? InspectorWords::tr("written by %1").arg(row.other)
                : access == Access::Write ? InspectorWords::tr("read by %1").arg(row.other)
                                          : InspectorWords::tr("the other end: %1").arg(row.other));
}

// "pipe A → reader.py": the channel, and who is at its other end.
FactRow fileRow(const World& world, const Process& process, int fd, const Descriptor& descriptor)
{
    const Channel* const channel = world.channel(descriptor.channel);
    FactRow row;
    row.left = QString::number(fd);
    row.words = channelLabel(world, descriptor.channel);
    row.right = accessText(descriptor.access);
    row.tip = channel ? text(channel->name) : QString();
    if (channel)
        row.target = { {}, descriptor.channel };
    row.spoken = InspectorWords::tr("descriptor %1, %2: %3")
                     .arg(row.left, accessWords(descriptor.access), row.words);
    if (!channel || !channel->carriesBytes() || channel->backlog || channel->datagram)
        return row;
    std::vector<Pid> readers;
    std::vector<Pid> writers;
    for (const End queue : { End::First, End::Second }) {
        if (writesInto(*channel, descriptor, queue))
            readers = others(world.readers(channel->id, queue), process.pid);
        if (readsFrom(*channel, descriptor, queue))
            writers = others(world.writers(channel->id, queue), process.pid);
    }
    addOther(row, world, *channel, descriptor.access,
        descriptor.access == Access::Read ? writers : readers);
    return row;
}

} // namespace

std::vector<FactRow> fileRows(const World& world, const Process& process)
{
    std::vector<FactRow> rows;
    for (const auto& [fd, descriptor] : process.descriptors) {
        if (rows.size() == kMostFiles) {
            rows.push_back(moreRow(process.descriptors.size() - kMostFiles));
            break;
        }
        rows.push_back(fileRow(world, process, fd, descriptor));
    }
    return rows;
}

} // namespace ipclab
