// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

namespace ipclab {

// A round distance between the marks of a time axis, so that they are at least `apart` pixels from
// each other where `range` takes `width` pixels: 1, 2 or 5 times a power of ten.
Nanoseconds tickStep(Nanoseconds range, int width, int apart);

} // namespace ipclab
