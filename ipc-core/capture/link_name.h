// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace ipclab {

// What the link /proc/PID/fd/FD says it leads to, as far as that tells channels apart.
enum class LinkKind : std::uint8_t {
    Pipe, // "pipe:[12]": the number is its inode
    Socket, // "socket:[34]"
    PtySlave, // "/dev/pts/3": the number is its index
    PtyMaster, // all of them lead to the same path
    Eventfd, // nor do these tell
    Epoll, // nor these
    IoUring, // nor these
    Path, // a FIFO, perhaps
    Other,
};
struct LinkName {
    LinkKind kind = LinkKind::Other;
    std::uint64_t number = 0;
};
LinkName linkNameOf(std::string_view link);

} // namespace ipclab
