// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/survey/socket_channels.h"

#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/socket_facts.h"

#include <string>
#include <string_view>

namespace ipclab {

namespace {

ChannelKey keyOf(std::uint64_t inode)
{
    return { ChannelKind::Unix, 0, inode }; // as ChannelTable has it for a socket of any sort
}

std::string linkOf(std::uint64_t inode)
{
    return "socket:[" + std::to_string(inode) + ']';
}

// Whether others than those found may send to it.
bool isOpenToOthers(const SocketEntry& entry, const SocketChannels::Ends& ends)
{
    if (entry.state == SocketState::Listening || ends.other != 0)
        return false;
    if (entry.kind == ChannelKind::Unix)
        return entry.datagrams;
    return ends.server == 0; // of another machine, or of another namespace
}

} // namespace

const SocketMap& SocketChannels::map()
{
    if (!m_map)
        m_map = SocketMap::ofThisMoment();
    return *m_map;
}

const SocketChannels::Ends* SocketChannels::ends(std::uint64_t inode) const
{
    const auto found = m_ends.find(inode);
    return found == m_ends.end() ? nullptr : &found->second;
}

void SocketChannels::learn(Pid pid, int fd, std::uint64_t inode)
{
    const SocketEntry* const entry = map().socket(inode);
    const Ends* known = ends(inode);
    if (!entry) {
        if (!known)
            makeStrange(pid, fd, inode);
        return;
    }
    if (!known)
        known = &make(pid, inode, *entry);
    if (m_named.insert(known->channel).second)
        name(pid, fd, *entry, *known);
}

End SocketChannels::endOf(const SocketEntry& entry, std::uint64_t other)
{
    const SocketEntry* const peer = map().socket(other);
    if (!peer) // who is not accepted yet has connected
        return End::First;
    const bool accepted = map().isAddressOfListener(entry);
    if (accepted != map().isAddressOfListener(*peer))
        return accepted ? End::Second : End::First;
    return entry.inode < other ? End::First : End::Second; // the one that was made first
}

// And of all it leads on to: datagram sockets may be connected in a chain of any length.
const SocketChannels::Ends& SocketChannels::make(
    Pid by, std::uint64_t inode, const SocketEntry& entry)
{
    const SocketEntry* next = &entry;
    for (std::uint64_t at = inode; next && !ends(at);) {
        const SocketEntry* const server = map().server(*next);
        const Ends own = makeOne(by, at, *next, server);
        m_ends[at] = own;
        next = server;
        at = own.server;
    }
    return m_ends.at(inode);
}

SocketChannels::Ends SocketChannels::makeOne(
    Pid by, std::uint64_t inode, const SocketEntry& entry, const SocketEntry* server)
{
    const SocketEntry* const peer = map().peer(entry);
    Ends own;
    // One of another namespace is not listed, but its number is told.
    own.other = peer                                          ? peer->inode
        : entry.kind == ChannelKind::Unix && !entry.datagrams ? entry.peerInode
                                                              : 0;
    own.server = server ? server->inode : 0;
    own.own = endOf(entry, own.other);
    own.channel = m_channels.create(by, entry.kind, linkOf(inode), isOpenToOthers(entry, own));
    m_channels.alias(keyOf(inode), own.channel, own.own);
    if (own.other != 0) {
        m_channels.alias(keyOf(own.other), own.channel, otherEnd(own.own));
        m_ends[own.other] = { own.channel, otherEnd(own.own), inode, 0 };
    }
    return own;
}

void SocketChannels::makeStrange(Pid by, int fd, std::uint64_t inode)
{
    const auto facts = socketFacts(openPidfd(by), fd);
    const ChannelId channel
        = m_channels.create(by, facts ? facts->kind : ChannelKind::File, linkOf(inode), true);
    m_channels.alias(keyOf(inode), channel, End::First);
    m_ends[inode] = { channel, End::First, 0, 0 };
}

void SocketChannels::name(Pid pid, int fd, const SocketEntry& entry, const Ends& own)
{
    SocketNamed said;
    said.fd = fd;
    said.channel = own.channel;
    said.local = entry.local;
    said.remote = entry.remote;
    const Tid tid = firstThread(pid);
    if (entry.state == SocketState::Listening) {
        said.backlog = static_cast<int>(entry.sendQueue);
        return m_recorder.record(pid, tid, SocketListening { said });
    }
    const SocketEntry* const peer = map().peer(entry);
    const SocketEntry* const server = map().server(entry);
    if (entry.kind == ChannelKind::Unix && (peer || server))
        said.remote = peer && !peer->local.empty() ? std::string_view(peer->local)
            : server                               ? std::string_view(server->local)
                                                   : std::string_view();
    if (const Ends* const at = server ? ends(own.server) : nullptr)
        said.listener = at->channel;
    if (own.own == End::Second)
        m_recorder.record(pid, tid, SocketAccepted { said });
    else if (!said.remote.empty() || own.other != 0 || said.listener)
        m_recorder.record(pid, tid, SocketConnected { said });
    else if (!said.local.empty())
        m_recorder.record(pid, tid, SocketBound { said });
}

bool SocketChannels::sendsAnywhere(std::uint64_t inode)
{
    const SocketEntry* const entry = map().socket(inode);
    return entry && entry->kind == ChannelKind::Unix && entry->datagrams;
}

std::uint64_t SocketChannels::listener(const std::string& address)
{
    const SocketEntry* const found = map().listener(address);
    return found ? found->inode : 0;
}

void SocketChannels::recordLevels(Pid pid, Tid tid, std::uint64_t inode)
{
    const SocketEntry* const entry = map().socket(inode);
    const Ends* const own = ends(inode);
    if (!entry || !own || entry->state == SocketState::Listening
        || !m_measured.insert(own->channel).second)
        return;
    // Of datagrams only the first one's bytes are told, or what they all take in memory.
    const auto told = [&](const SocketEntry& of, End end) {
        if (!of.datagrams || of.receiveQueue == 0)
            m_recorder.record(
                pid, tid, ChannelLevel { own->channel, of.receiveQueue, std::nullopt, end });
    };
    told(*entry, own->own);
    if (const SocketEntry* const peer = map().peer(*entry))
        told(*peer, otherEnd(own->own));
}

void SocketChannels::recordTooLittle(Pid pid, Tid tid, std::uint64_t inode, std::uint64_t least)
{
    const SocketEntry* const entry = map().socket(inode);
    const Ends* const own = ends(inode);
    const SocketEntry* const peer = entry ? map().peer(*entry) : nullptr;
    if (own && peer && peer->sendQueue == 0 && entry->receiveQueue > 0
        && entry->receiveQueue < least)
        m_recorder.record(pid, tid,
            ChannelLevel { own->channel, entry->receiveQueue, std::nullopt, own->own, least });
}

} // namespace ipclab
