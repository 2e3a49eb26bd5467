// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/events/event.h"

#include <QString>

namespace ipclab {

// One more event at the end of a session file; what is there stays. Errors: errno of open(2) and
// write(2), subject the path; step "lock": an IPC Lab still writes it.
Status appendEvent(const QString& path, EventIndex index, const Event& event);

} // namespace ipclab
