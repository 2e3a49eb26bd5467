// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording_terminal.h"

#include "views/common/wording_tr.h"

#include <algorithm>

namespace ipclab {

QString terminalNote(const Channel& channel)
{
    const bool more = std::ranges::any_of(
        channel.queues, [](const Queue& queue) { return queue.read > queue.written; });
    // What writes into a terminal that is not IPC Lab's own is not counted.
    if (channel.kind != ChannelKind::Pty || channel.outside || !more)
        return {};
    const bool typed = std::ranges::all_of(
        channel.queues, [](const Queue& queue) { return queue.written > 0 || queue.read > 0; });
    return typed ? Wording::tr("More is read than was written: a terminal passes each end of line "
                               "on as CR LF, and what is typed comes back as an echo (onlcr and "
                               "echo, termios(3)).")
                 : Wording::tr("More is read than was written: a terminal passes each end of line "
                               "on as CR LF (onlcr, termios(3)).");
}

} // namespace ipclab
