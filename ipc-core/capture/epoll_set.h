// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/polled.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ipclab {

// What /proc/PID/fdinfo says of one descriptor in an epoll set: the number it had when it was put
// in. By now that may be closed, or mean something else: epoll(7), "Questions".
struct EpollMember {
    int fd = -1;
    std::uint32_t events = 0;
    std::uint64_t inode = 0;
    bool operator==(const EpollMember&) const = default;
};
std::vector<EpollMember> epollMembers(std::string_view fdinfo);

Polled epollSet(Pid pid, int fd); // those that are what they were

// Will this timerfd's time come, or has it? By its fdinfo, timerfd_create(2).
bool timerIsSet(std::string_view fdinfo);
bool timerIsSet(Pid pid, int fd);
// How long until then, by any clock; nothing: it is not set, or not known.
std::optional<Nanoseconds> timerLeft(std::string_view fdinfo);
std::optional<Nanoseconds> timerLeft(Pid pid, int fd);

} // namespace ipclab
