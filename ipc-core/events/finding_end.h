// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/finding.h"

namespace ipclab {

// Is this what finding_ended says to be over? Other threads of the same processes may be in another
// deadlock; sessions of before do not say which ones: all that it can be, then.
inline bool isOver(const Finding& finding, const Finding& ended)
{
    return finding.sameAs(ended) && (ended.tids.empty() || finding.tids == ended.tids);
}

} // namespace ipclab
