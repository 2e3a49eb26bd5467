// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/keep_traced.h"

#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/registers.h"

#include <sched.h>

namespace ipclab {

namespace {

constexpr std::uint64_t kUntraced = CLONE_UNTRACED;

} // namespace

bool takeUntraced(Tid tid, OpenCall& call)
{
    // clone3 takes its flags from memory: they are the first member of clone_args.
    const auto flags = call.call == Call::Clone3 ? readValue<std::uint64_t>(tid, call.args[0])
                                                 : std::optional(call.args[0]);
    if (!flags || (*flags & kUntraced) == 0)
        return false;
    call.keptTraced = call.call == Call::Clone3 ? writeValue(tid, call.args[0], *flags & ~kUntraced)
                                                : setCallArgument(tid, 0, *flags & ~kUntraced);
    return call.keptTraced;
}

void giveBackUntraced(Tid tid, OpenCall& call, Tid child)
{
    if (!call.keptTraced)
        return;
    if (call.call == Call::Clone) {
        if (!child) // the register is the caller's at the exit
            setCallArgument(tid, 0, call.args[0]);
        return;
    }
    for (const Tid one : { tid, child }) {
        const auto flags = one ? readValue<std::uint64_t>(one, call.args[0]) : std::nullopt;
        if (flags)
            writeValue(one, call.args[0], *flags | kUntraced);
    }
}

} // namespace ipclab
