// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/channel_table.h"
#include "ipc-core/capture/recorder.h"
#include "ipc-core/capture/socket_map.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>

namespace ipclab {

// Gives each socket its channel, by what the kernel lists. Records channel_created, what a socket
// is called (once each), and channel_level. One thread.
class SocketChannels {
public:
    SocketChannels(Recorder& recorder, ChannelTable& channels)
        : m_recorder(recorder)
        , m_channels(channels)
    {
    }

    struct Ends {
        ChannelId channel;
        End own = End::First;
        std::uint64_t other = 0; // inode; 0: nobody has it
        std::uint64_t server = 0; // inode of who could make that end, or takes what is sent
    };

    // Before its descriptor is identified. The process has none of its calls recorded yet.
    void learn(Pid pid, int fd, std::uint64_t inode);
    [[nodiscard]] const Ends* ends(std::uint64_t inode) const;
    [[nodiscard]] bool sendsAnywhere(std::uint64_t inode); // datagrams of unix(7), to any address
    // The socket that listens there, by its inode; 0: nobody does.
    [[nodiscard]] std::uint64_t listener(const std::string& address);
    void recordLevels(Pid pid, Tid tid, std::uint64_t inode);
    // That what has come to a connection of TCP, and no more is on its way, is less than `least`.
    void recordTooLittle(Pid pid, Tid tid, std::uint64_t inode, std::uint64_t least);

private:
    const SocketMap& map();
    const Ends& make(Pid by, std::uint64_t inode, const SocketEntry& entry);
    Ends makeOne(Pid by, std::uint64_t inode, const SocketEntry& entry, const SocketEntry* server);
    void makeStrange(Pid by, int fd, std::uint64_t inode);
    [[nodiscard]] End endOf(const SocketEntry& entry, std::uint64_t other);
    void name(Pid pid, int fd, const SocketEntry& entry, const Ends& ends);

    Recorder& m_recorder;
    ChannelTable& m_channels;
    std::optional<SocketMap> m_map; // asked for when it is first needed
    std::map<std::uint64_t, Ends> m_ends; // by inode
    std::set<ChannelId> m_named;
    std::set<ChannelId> m_measured;
};

} // namespace ipclab
