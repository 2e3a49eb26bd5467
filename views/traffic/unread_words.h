// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/traffic/process_signs.h"
#include "views/traffic/traffic_row.h"

#include <QString>

namespace ipclab {

class Look;

// How much is on its way in a channel at the moment, unread, each direction for itself; and how
// much was lost. Rich text; empty: it is no channel of bytes on their way. GUI thread.
QString unreadIn(
    ChannelId channel, const RowSources& from, const ProcessSigns& signs, const Look& look);
// The same of all of them, the fullest first, in plain text; empty: nothing is.
QString unreadInAll(const RowSources& from);

// "writer.py → reader.py": who fills that queue, and who empties it. Plain text.
QString wayText(const Channel& channel, End queue, const RowSources& from);

} // namespace ipclab
