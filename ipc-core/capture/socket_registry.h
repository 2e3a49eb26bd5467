// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// Finds the channel that the other side of an accepted connection is. A connection exists before
// either call has returned, so a connecting socket is noted when its call begins. Capture thread.
class SocketRegistry {
public:
    struct Connecting {
        Pid pid;
        int fd = -1;
        ChannelId channel;
        std::string address; // it connects to
        std::string local; // its own, once the call has returned
        bool alone = false; // the call is over, and it goes on: EINPROGRESS, connect(2)
        bool told = false; // that it is connected
        bool accepted = false; // before that was told
    };

    void connecting(Connecting one);
    // Whether nobody has accepted it yet.
    bool connected(Pid pid, int fd, const std::string& local);
    void goesOnAlone(Pid pid, int fd);
    [[nodiscard]] std::vector<Connecting> alone(Pid pid) const;
    void refused(Pid pid, int fd);
    void listening(const std::string& address, ChannelId channel);
    void closed(ChannelId channel); // one that listened, or any other: by its last holder
    // Those that listen where that address leads to.
    [[nodiscard]] std::vector<ChannelId> listenersAt(const std::string& address) const;

    // The one whose own address is `peer`, or for nameless sockets the first to `address` of that
    // process; forgotten with that.
    std::optional<Connecting> accepted(const std::string& peer, const std::string& address, Pid by);

private:
    std::vector<Connecting>::iterator find(Pid pid, int fd); // that was not told

    std::vector<Connecting> m_connecting; // in the order they began
    std::map<std::string, std::vector<ChannelId>> m_listening; // by address
};

} // namespace ipclab
