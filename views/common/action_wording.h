// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event.h"
#include "ipc-core/world/world.h"

#include <QString>

namespace ipclab {

// What a person did, in a sentence: "You type “hello↵”". Nothing for what other events say (a
// signal that was sent), and for what is only of the window.
QString didWords(const World& world, const UserAction& action);

} // namespace ipclab
