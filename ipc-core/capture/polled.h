// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace ipclab {

// The descriptors that a select(2), poll(2) or epoll_wait(2) waits at, and for what.
struct Polled {
    std::vector<int> fds;
    bool whole = true; // else there are others, which could not be read
    std::vector<int> room {}; // those that are to have room
    bool onlyRoom = true; // and nothing else is waited for
    bool passesBytes = false; // bytes in one of them need not end the wait: POLLPRI, POLLOUT

    void add(int fd, std::uint32_t events); // as poll(2) has them
};

} // namespace ipclab
