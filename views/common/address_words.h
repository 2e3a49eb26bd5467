// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <QString>

namespace ipclab {

// Of a call that failed with EADDRINUSE: "server.py 4711 listens at port 8080 already". Empty: why
// is not known.
QString inUseWords(const World& world, const CallReturned& returned);

} // namespace ipclab
