// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ipclab {

constexpr qint64 kTermPatience = 1500; // ms between SIGTERM and SIGKILL

} // namespace ipclab
