// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/unique_fd.h"

#include <cstdint>
#include <optional>

namespace ipclab {

// What the kernel says of another process's descriptor: through one that is ours only for the
// moment, pidfd_getfd(2), since holding it would keep the peer's end of file away. Nothing: there
// is no such descriptor, or it cannot be asked so. Any one thread.

UniqueFd openPidfd(Pid pid);
UniqueFd borrowed(const UniqueFd& pidfd, int fd); // to be closed at once

// FIONREAD, ioctl_tty(2); of a POSIX message queue, what is in its messages.
std::optional<std::uint64_t> bytesReadable(const UniqueFd& pidfd, int fd);
// SO_RCVTIMEO or SO_SNDTIMEO, socket(7); 0 is none, and nothing: it cannot be read.
std::optional<Nanoseconds> socketTimeout(const UniqueFd& pidfd, int fd, bool sending);
// Does the connection end by itself when what was sent is not taken, TCP_USER_TIMEOUT of tcp(7), or
// nothing of it was acknowledged yet? True, too, where it is not known.
bool mayGiveUpSending(const UniqueFd& pidfd, int fd);
// What it has sent over the connection that it made, and the other side has in its queue or had.
std::optional<std::uint64_t> bytesAcknowledged(const UniqueFd& pidfd, int fd);
// What has come to it over its connection, in the right order; the end of it counts as a byte.
std::optional<std::uint64_t> bytesReceived(const UniqueFd& pidfd, int fd);
// How many bytes have to be there before one who waits for them wakes, SO_RCVLOWAT of socket(7).
std::optional<std::uint64_t> leastReceived(const UniqueFd& pidfd, int fd);
// Whether a read of that terminal waits until there is something, and neither returns at once nor
// after a time, termios(3) on VMIN and VTIME. False, too, where it is not known.
bool terminalWaitsForBytes(const UniqueFd& pidfd, int fd);
bool setSocketTimeout(const UniqueFd& pidfd, int fd, bool sending, Nanoseconds timeout);
void clearSocketError(const UniqueFd& pidfd, int fd); // as who asks for SO_ERROR does, socket(7)
std::optional<std::uint64_t> pipeCapacity(const UniqueFd& pidfd, int fd); // F_GETPIPE_SZ

std::optional<std::uint64_t> datagramsDropped(const UniqueFd& pidfd, int fd); // SO_MEMINFO

} // namespace ipclab
