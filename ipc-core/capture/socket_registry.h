// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/events/words.h"

#include <cstdint>
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

// What the kernel says of a socket of another process: through a descriptor that is ours only for
// the moment, pidfd_getfd(2), since holding it would keep the peer's end of file away.
struct SocketFacts {
    ChannelKind kind = ChannelKind::Unix;
    bool datagram = false; // neither SOCK_STREAM nor SOCK_SEQPACKET
    bool sharesPort = false; // SO_REUSEPORT: several may listen at one address, socket(7)
    std::string local;
    std::string remote;
    Pid peer; // of a Unix socket: SO_PEERCRED, socket(7)
};
std::optional<SocketFacts> socketFacts(const UniqueFd& pidfd, int fd);
SocketFacts socketFactsHere(int fd); // of our own

// "127.0.0.1:80", "[::1]:80", "/tmp/socket", "@abstract"; empty for an unnamed one.
std::string addressText(const std::string& sockaddr);

// One integer that an ioctl(2) or fcntl(2) on another process's descriptor gives.
std::optional<std::uint64_t> bytesReadable(const UniqueFd& pidfd, int fd); // FIONREAD
// SO_RCVTIMEO or SO_SNDTIMEO, socket(7); 0 is none, and nothing: it cannot be read.
std::optional<Nanoseconds> socketTimeout(const UniqueFd& pidfd, int fd, bool sending);
// Does the connection end by itself when what was sent is not taken, TCP_USER_TIMEOUT of tcp(7)?
// True, too, where it is not known.
bool mayGiveUpSending(const UniqueFd& pidfd, int fd);
// Whether a read of that terminal waits until there is something, and neither returns at once nor
// after a time, termios(3) on VMIN and VTIME. False, too, where it is not known.
bool terminalWaitsForBytes(const UniqueFd& pidfd, int fd);
bool setSocketTimeout(const UniqueFd& pidfd, int fd, bool sending, Nanoseconds timeout);
void clearSocketError(const UniqueFd& pidfd, int fd); // as who asks for SO_ERROR does, socket(7)
std::optional<std::uint64_t> pipeCapacity(const UniqueFd& pidfd, int fd); // F_GETPIPE_SZ

std::optional<std::uint64_t> datagramsDropped(const UniqueFd& pidfd, int fd); // SO_MEMINFO

UniqueFd openPidfd(Pid pid);

} // namespace ipclab
