// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/tracee.h"

#include <sys/uio.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

// One message of sendmsg(2), recvmsg(2), sendmmsg(2), recvmmsg(2), as its header in the program's
// memory says. Bounded: of what is sent along at most so much is read.
struct Message {
    std::vector<iovec> buffers; // addresses of the program's
    std::string address; // where to, as addressText
    std::string control; // bytes of cmsg(3)
    std::uint64_t moved = 0; // of the many-message calls: bytes moved, after the return
};

// The messages that a call names, at most `most`. Capture thread; the caller is in a stop.
std::vector<Message> messagesOf(Tid tid, const OpenCall& call, std::uint64_t most);

// The descriptors that control data carries: SCM_RIGHTS, unix(7).
std::vector<int> descriptorsIn(std::string_view control);

std::vector<iovec> readVectors(Tid tid, std::uint64_t address, std::uint64_t count);
// What the buffers hold, at most `most` bytes.
std::string readBuffers(Tid tid, const std::vector<iovec>& buffers, std::size_t most);

} // namespace ipclab
