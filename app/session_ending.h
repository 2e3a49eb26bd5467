// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/catalog/recent_runs.h"

#include <QString>

#include <optional>

namespace ipclab {

// How the program that a session launched last ended, by the beginning and the end of its file
// alone: in a long session that may not tell. Any thread.
std::optional<RunEnding> endingOf(const QString& sessionPath);

} // namespace ipclab
