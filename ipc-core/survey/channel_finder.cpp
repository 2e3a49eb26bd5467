// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/survey/channel_finder.h"

#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/socket_registry.h"

namespace ipclab {

std::optional<ChannelEnd> ChannelFinder::identify(Pid pid, int fd)
{
    return m_channels.identify(pid, fd, false);
}

const HolderIndex& ChannelFinder::index()
{
    if (!m_index)
        m_index = HolderIndex::ofThisMoment();
    return *m_index;
}

std::vector<HolderIndex::Place> ChannelFinder::holders(Pid pid, int fd, const ChannelEnd& end)
{
    const auto known = m_holders.find(end.channel);
    if (known != m_holders.end())
        return known->second;
    std::vector<HolderIndex::Place> found;
    const auto key = m_channels.keyOf(pid, fd);
    if (key && key->kind == ChannelKind::Pipe)
        found = index().holders(LinkKind::Pipe, key->inode);
    m_holders.emplace(end.channel, found);
    return found;
}

std::vector<HolderIndex::Place> ChannelFinder::wakers(Pid pid, int fd, Interest interest)
{
    std::vector<HolderIndex::Place> found;
    const auto end = identify(pid, fd);
    if (!end)
        return found;
    for (const HolderIndex::Place& place : holders(pid, fd, *end)) {
        const auto other = identify(place.pid, place.fd);
        if (!other || other->channel != end->channel)
            continue;
        const bool writes
            = other->access != Access::Read && queueWrittenFrom(*other) == queueReadFrom(*end);
        const bool reads
            = other->access != Access::Write && queueReadFrom(*other) == queueWrittenFrom(*end);
        if ((interest.data && writes) || (interest.room && reads))
            found.push_back(place);
    }
    return found;
}

void ChannelFinder::recordLevel(Pid pid, Tid tid, int fd, const UniqueFd& pidfd)
{
    const auto end = identify(pid, fd);
    if (!end || !isOneWay(end->kind) || !m_measured.insert(end->channel).second)
        return;
    if (const auto bytes = bytesReadable(pidfd, fd))
        m_recorder.record(
            pid, tid, ChannelLevel { end->channel, *bytes, pipeCapacity(pidfd, fd), End::First });
}

} // namespace ipclab
