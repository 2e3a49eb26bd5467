// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/tracee.h"
#include "ipc-core/events/call.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ipclab {

// How a call that moves bytes names its buffer: read(2), readv(2), recvmsg(2) and their kin.
enum class BufferForm : std::uint8_t { Flat, Vector, Message, Prefixed };

struct Transfer {
    bool write = false;
    BufferForm form = BufferForm::Flat;
};

std::optional<Transfer> transferOf(Call call);
bool isOnDescriptor(Call call); // it does something with one that is open
// Nothing of what waits is taken: MSG_PEEK and MSG_ERRQUEUE of recv(2), MSG_COPY of msgrcv(2).
bool onlyPeeks(const OpenCall& call);
bool tellsWholeSize(const OpenCall& call); // MSG_TRUNC: of the message, more than was read of it

// The bytes of the buffer that a call names, at most `most`; and how many it asks for.
std::string transferBytes(
    Tid tid, const OpenCall& call, const Transfer& transfer, std::size_t most);
std::uint64_t transferSize(Tid tid, const OpenCall& call, const Transfer& transfer);

// splice(2), tee(2), sendfile(2), copy_file_range(2): from one descriptor into another.
struct Copy {
    int from = -1;
    int to = -1;
    std::uint64_t requested = 0;
};
std::optional<Copy> copyOf(const OpenCall& call);

} // namespace ipclab
