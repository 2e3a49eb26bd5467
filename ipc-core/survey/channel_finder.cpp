// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/survey/channel_finder.h"

#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/socket_registry.h"

#include <linux/kcmp.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

namespace ipclab {

namespace {

LinkName linkOf(Pid pid, int fd)
{
    return linkNameOf(descriptorLink(pid, fd));
}

bool isSocket(ChannelKind kind)
{
    return kind == ChannelKind::Unix || kind == ChannelKind::Tcp || kind == ChannelKind::Udp;
}

bool isFile(Pid pid, int fd, std::uint64_t device, std::uint64_t inode)
{
    const auto facts = fileFacts(pid, fd);
    return facts && facts->device == device && facts->inode == inode;
}

} // namespace

const HolderIndex& ChannelFinder::index()
{
    if (!m_index)
        m_index = HolderIndex::ofThisMoment();
    return *m_index;
}

std::optional<ChannelEnd> ChannelFinder::identify(Pid pid, int fd)
{
    if (const LinkName link = linkOf(pid, fd); link.kind == LinkKind::Socket)
        m_sockets.learn(pid, fd, link.number);
    return m_channels.identify(pid, fd, false);
}

const ChannelFinder::Holdings& ChannelFinder::holders(Pid pid, int fd, const ChannelEnd& end)
{
    const auto known = m_holders.find(end.channel);
    if (known != m_holders.end())
        return known->second;
    return m_holders.emplace(end.channel, find(pid, fd, end.channel)).first->second;
}

ChannelFinder::Holdings ChannelFinder::find(Pid pid, int fd, ChannelId channel)
{
    if (const LinkName link = linkOf(pid, fd); link.kind == LinkKind::Socket)
        return socketHolders(link.number);
    const auto key = m_channels.keyOf(pid, fd);
    if (!key)
        return {};
    std::vector<HolderIndex::Place> places;
    switch (key->kind) {
    case ChannelKind::Pipe:
        places = index().holders(LinkKind::Pipe, key->inode);
        break;
    case ChannelKind::Fifo: // by another name, perhaps
        places = index().holders(LinkKind::Path);
        std::erase_if(places, [&](const HolderIndex::Place& place) {
            return !isFile(place.pid, place.fd, key->device, key->inode);
        });
        break;
    case ChannelKind::Pty: {
        places = index().holders(LinkKind::PtySlave, key->device);
        const auto masters = index().holders(LinkKind::PtyMaster);
        places.insert(places.end(), masters.begin(), masters.end());
        break;
    }
    case ChannelKind::Eventfd:
        places = index().holders(LinkKind::Eventfd);
        break;
    default:
        break;
    }
    return at(places, channel);
}

ChannelFinder::Holdings ChannelFinder::at(
    const std::vector<HolderIndex::Place>& places, ChannelId channel)
{
    Holdings found;
    for (const HolderIndex::Place& place : places) {
        const auto key = m_channels.keyOf(place.pid, place.fd);
        const auto end = key && m_channels.isKnown(*key)
            ? m_channels.identify(place.pid, place.fd, false)
            : std::nullopt;
        if (end && end->channel == channel)
            found.push_back({ place.pid, end->access, end->end });
    }
    return found;
}

ChannelFinder::Holdings ChannelFinder::socketHolders(std::uint64_t inode)
{
    Holdings found;
    const SocketChannels::Ends* const ends = m_sockets.ends(inode);
    if (!ends)
        return found;
    const auto add = [&](std::uint64_t of, End end) {
        for (const HolderIndex::Place& place : index().holders(LinkKind::Socket, of))
            found.push_back({ place.pid, Access::ReadWrite, end });
    };
    add(inode, ends->own);
    if (ends->other != 0)
        add(ends->other, otherEnd(ends->own));
    if (ends->server != 0) // it could make the other end
        add(ends->server, otherEnd(ends->own));
    return found;
}

std::vector<Pid> ChannelFinder::wakers(Pid pid, int fd, Interest interest)
{
    std::vector<Pid> found;
    const auto end = identify(pid, fd);
    if (!end)
        return found;
    for (const Holding& holding : holders(pid, fd, *end)) {
        const ChannelEnd other { end->channel, end->kind, holding.access, holding.end };
        // Who shares a socket's own end can shut it down, shutdown(2).
        const bool wakes = end->kind == ChannelKind::Eventfd || isSocket(end->kind);
        const bool writes
            = other.access != Access::Read && queueWrittenFrom(other) == queueReadFrom(*end);
        const bool reads
            = other.access != Access::Write && queueReadFrom(other) == queueWrittenFrom(*end);
        if (wakes || (interest.data && writes) || (interest.room && reads))
            found.push_back(holding.pid);
    }
    return found;
}

bool ChannelFinder::mayBeShared(Pid pid, int fd)
{
    const Tid own = livingThread(pid);
    return std::ranges::any_of(
        index().holders(LinkKind::Epoll), [&](const HolderIndex::Place& place) {
            constexpr long kEqual = 0; // kcmp(2); below, it cannot be known
            return place.pid != pid
                && syscall(
                       SYS_kcmp, own.value, livingThread(place.pid).value, KCMP_FILE, fd, place.fd)
                <= kEqual;
        });
}

void ChannelFinder::recordLevel(Pid pid, Tid tid, int fd, const UniqueFd& pidfd)
{
    const auto end = identify(pid, fd);
    if (!end)
        return;
    if (const LinkName link = linkOf(pid, fd); link.kind == LinkKind::Socket)
        return m_sockets.recordLevels(pid, tid, link.number);
    const bool pty = end->kind == ChannelKind::Pty;
    const End queue = queueReadFrom(*end);
    if ((!pty && !isOneWay(end->kind)) || !m_measured.insert({ end->channel, queue }).second)
        return;
    if (const auto bytes = bytesReadable(pidfd, fd))
        m_recorder.record(pid, tid,
            ChannelLevel {
                end->channel, *bytes, pty ? std::nullopt : pipeCapacity(pidfd, fd), queue });
}

} // namespace ipclab
