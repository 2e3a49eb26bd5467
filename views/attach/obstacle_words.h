// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace ipclab {

// The same as attachObstacleWords, in the two or three words that a column has room for.
[[nodiscard]] QString obstacleInShort(std::string_view obstacle);

} // namespace ipclab
