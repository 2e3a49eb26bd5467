// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/polled.h"

#include <poll.h>

namespace ipclab {

void Polled::add(int fd, std::uint32_t events)
{
    constexpr std::uint32_t kRoom = POLLOUT | POLLWRNORM | POLLWRBAND; // as epoll_ctl(2) has them
    constexpr std::uint32_t kData = POLLIN | POLLPRI | POLLRDNORM | POLLRDBAND | POLLRDHUP;
    fds.push_back(fd);
    if ((events & kRoom) != 0)
        room.push_back(fd);
    onlyRoom = onlyRoom && (events & kData) == 0;
    passesBytes = passesBytes || (events & (POLLIN | POLLRDNORM)) == 0;
}

} // namespace ipclab
