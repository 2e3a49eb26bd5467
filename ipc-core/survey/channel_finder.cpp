// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/survey/channel_finder.h"

#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/session_places.h"
#include "ipc-core/capture/system_v.h"
#include "ipc-core/events/channel_kinds.h"

namespace ipclab {

namespace {

LinkName linkOf(Pid pid, int fd)
{
    return linkNameOf(descriptorLink(pid, fd));
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

ChannelId ChannelFinder::awaited(Pid pid, Tid tid, const OpenFacts& opening)
{
    const auto fifo = fifoBehind(pid, tid, opening);
    if (!fifo || fifo->name.empty())
        return {};
    return m_channels.awaited(pid, { ChannelKind::Fifo, fifo->device, fifo->inode }, fifo->name);
}

ChannelId ChannelFinder::systemV(Pid pid, const ChannelKey& key)
{
    return m_channels.numbered(pid, key, systemVName(pid, key)).channel;
}

ChannelId ChannelFinder::memory(Pid pid, const Mapping& shared)
{
    if (shared.name.starts_with("/SYSV")) // its inode is its number, shmat(2)
        return systemV(pid, { ChannelKind::Shm, 0, shared.inode });
    const bool inMemory
        = shared.name.starts_with("/dev/shm/") || shared.name.starts_with("/memfd:");
    if (isAnonymous(shared) || !shared.name.starts_with('/'))
        return {};
    const ChannelKind kind = inMemory ? ChannelKind::Shm : ChannelKind::File;
    return m_channels.numbered(pid, { kind, shared.device, shared.inode }, shared.name).channel;
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
    Places places;
    switch (key->kind) {
    case ChannelKind::Pipe:
        places = index().holders(LinkKind::Pipe, key->inode);
        break;
    case ChannelKind::Fifo: // by another name, perhaps
        places = behind(LinkKind::Path, *key);
        break;
    case ChannelKind::Pty: {
        places = index().holders(LinkKind::PtySlave, key->device);
        const Places& masters = behind(LinkKind::PtyMaster, *key);
        places.insert(places.end(), masters.begin(), masters.end());
        break;
    }
    case ChannelKind::Eventfd:
        places = behind(LinkKind::Eventfd, *key);
        break;
    default:
        break;
    }
    return at(places, channel);
}

const ChannelFinder::Places& ChannelFinder::behind(LinkKind kind, const ChannelKey& key)
{
    const auto [found, isNew] = m_behind.try_emplace(kind);
    if (isNew) {
        for (const HolderIndex::Place& place : index().holders(kind)) {
            if (const auto its = m_channels.keyOf(place.pid, place.fd))
                found->second[*its].push_back(place);
        }
    }
    return found->second[key];
}

ChannelFinder::Holdings ChannelFinder::at(const Places& places, ChannelId channel)
{
    Holdings found;
    for (const HolderIndex::Place& place : places) {
        const auto key = m_channels.keyOf(place.pid, place.fd);
        const auto end = key && m_channels.isKnown(*key)
            ? m_channels.identify(place.pid, place.fd, false)
            : std::nullopt;
        if (end && end->channel == channel)
            found.push_back({ place, end->access, end->end });
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
            found.push_back({ place, Access::ReadWrite, end });
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
        // Who shares a socket's own end can shut it down, shutdown(2); a terminal's, flush it.
        const bool wakes = end->kind == ChannelKind::Eventfd || end->kind == ChannelKind::Pty
            || isSocket(end->kind);
        const bool writes
            = other.access != Access::Read && queueWrittenFrom(other) == queueReadFrom(*end);
        const bool reads
            = other.access != Access::Write && queueReadFrom(other) == queueWrittenFrom(*end);
        if (wakes || (interest.data && writes) || (interest.room && reads))
            found.push_back(holding.place.pid);
    }
    return found;
}

std::vector<Pid> ChannelFinder::listeners(const std::string& address)
{
    std::vector<Pid> found;
    const std::uint64_t inode = m_sockets.listener(address);
    for (const HolderIndex::Place& place :
        inode != 0 ? index().holders(LinkKind::Socket, inode) : Places {})
        found.push_back(place.pid);
    return found;
}

bool ChannelFinder::sendsAnywhere(Pid pid, int fd)
{
    const LinkName link = linkOf(pid, fd);
    return link.kind == LinkKind::Socket && m_sockets.sendsAnywhere(link.number);
}

bool ChannelFinder::mayBeShared(Pid pid, int fd)
{
    if (!m_epollSets) {
        m_epollSets.emplace();
        for (const HolderIndex::Place& place : index().holders(LinkKind::Epoll)) {
            const OpenFiles::Found found = m_epollSets->find({ place.pid, place.fd });
            m_epollHolders[found.number].insert(place.pid);
            m_epollUnseen = m_epollUnseen || !found.compared;
        }
    }
    const std::set<Pid>& holders = m_epollHolders[m_epollSets->find({ pid, fd }).number];
    return m_epollUnseen || holders.size() > 1 || !holders.contains(pid);
}

void ChannelFinder::recordLevel(Pid pid, Tid tid, int fd, const UniqueFd& pidfd, Interest interest)
{
    const auto end = identify(pid, fd);
    if (!end)
        return;
    if (const LinkName link = linkOf(pid, fd); link.kind == LinkKind::Socket) {
        m_sockets.recordLevels(pid, tid, link.number);
        const auto least = interest.data && end->kind == ChannelKind::Tcp ? leastReceived(pidfd, fd)
                                                                          : std::nullopt;
        return least ? m_sockets.recordTooLittle(pid, tid, link.number, *least) : void();
    }
    if (end->kind == ChannelKind::Pty)
        return recordTerminal(pid, tid, fd, *end, interest);
    const End queue = queueReadFrom(*end);
    if (!isOneWay(end->kind) || !m_measured.insert({ end->channel, queue }).second)
        return;
    if (const auto bytes = bytesReadable(pidfd, fd))
        m_recorder.record(
            pid, tid, ChannelLevel { end->channel, *bytes, pipeCapacity(pidfd, fd), queue });
}

// What can be read at an end of a terminal is told at that end only, FIONREAD of ioctl_tty(2):
// what its writer waits for, by a descriptor of who could read it.
void ChannelFinder::recordTerminal(
    Pid pid, Tid tid, int fd, const ChannelEnd& end, Interest interest)
{
    for (const Holding& holding : holders(pid, fd, end)) {
        const bool wanted = holding.end == end.end ? interest.data : interest.room;
        const std::pair queue { end.channel, holding.end };
        if (!wanted || m_measured.contains(queue))
            continue;
        const auto bytes = bytesReadable(openPidfd(holding.place.pid), holding.place.fd);
        if (!bytes) // it may not be looked at, or is gone
            continue;
        m_measured.insert(queue);
        m_recorder.record(
            pid, tid, ChannelLevel { end.channel, *bytes, std::nullopt, holding.end });
    }
}

} // namespace ipclab
