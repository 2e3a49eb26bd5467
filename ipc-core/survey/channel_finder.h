// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/channel_table.h"
#include "ipc-core/capture/proc_maps.h"
#include "ipc-core/capture/recorder.h"
#include "ipc-core/capture/wait_facts.h"
#include "ipc-core/survey/holder_index.h"
#include "ipc-core/survey/socket_channels.h"

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace ipclab {

// What a thread waits for at a descriptor.
struct Interest {
    bool data = false; // that somebody writes
    bool room = false; // that somebody reads
};

// From a descriptor to its channel, to the holders of the other end, and to the bytes in it.
// Records channel_created, channel_level and what sockets are called. One thread.
class ChannelFinder {
public:
    explicit ChannelFinder(Recorder& recorder)
        : m_recorder(recorder)
        , m_channels(recorder, {})
        , m_sockets(recorder, m_channels)
    {
    }

    // Nothing: there is no such descriptor, or it may not be seen.
    std::optional<ChannelEnd> identify(Pid pid, int fd);
    // The FIFO that the thread is opening; none: it is no FIFO, or cannot be told.
    ChannelId awaited(Pid pid, Tid tid, const OpenFacts& opening);
    // What is used by a number, sysvipc(7).
    ChannelId systemV(Pid pid, const ChannelKey& key);
    // The memory, shared by that name; none where it has no name that tells anything.
    ChannelId memory(Pid pid, const Mapping& shared);
    // Who could end such a wait at that descriptor; over-estimated.
    std::vector<Pid> wakers(Pid pid, int fd, Interest interest);
    // Who could accept a connection to that address.
    std::vector<Pid> listeners(const std::string& address);
    // Is it a datagram socket of unix(7)?
    bool sendsAnywhere(Pid pid, int fd);
    // Whether another process has that epoll set, too, or may have: it could add to it.
    bool mayBeShared(Pid pid, int fd);
    void recordLevel(Pid pid, Tid tid, int fd, const UniqueFd& pidfd, Interest interest);

    [[nodiscard]] const HolderIndex& index(); // made when it is first needed

private:
    struct Holding {
        HolderIndex::Place place;
        Access access = Access::ReadWrite;
        End end = End::First;
    };
    using Holdings = std::vector<Holding>;

    using Places = std::vector<HolderIndex::Place>;

    const Holdings& holders(Pid pid, int fd, const ChannelEnd& end);
    Holdings find(Pid pid, int fd, ChannelId channel);
    Holdings socketHolders(std::uint64_t inode);
    void recordTerminal(Pid pid, Tid tid, int fd, const ChannelEnd& end, Interest interest);
    // Of these places, those that lead to the channel.
    Holdings at(const Places& places, ChannelId channel);
    // Those whose links are all alike, by what is behind them: each is looked at once.
    const Places& behind(LinkKind kind, const ChannelKey& key);

    Recorder& m_recorder;
    ChannelTable m_channels;
    SocketChannels m_sockets;
    std::optional<HolderIndex> m_index;
    std::map<ChannelId, Holdings> m_holders;
    std::map<LinkKind, std::map<ChannelKey, Places>> m_behind;
    std::optional<OpenFiles> m_epollSets; // of the whole machine
    std::map<std::uint64_t, std::set<Pid>> m_epollHolders; // by the number that they have there
    bool m_epollUnseen = false; // there are some that may not be compared
    std::set<std::pair<ChannelId, End>> m_measured; // queues
};

} // namespace ipclab
