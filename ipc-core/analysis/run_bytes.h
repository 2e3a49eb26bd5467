// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/byte_places.h"

namespace ipclab {

// Of the run that goes on, or was last: without channels where nothing moved since all programs of
// the run before it had ended.
BytePlaces bytePlacesOfRun(const World& world);

} // namespace ipclab
