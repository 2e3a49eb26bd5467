// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace ipclab {

struct CodePlace {
    std::string file; // as the compiler or Python had it: a path, mostly
    std::uint32_t line = 0; // the first is 1
};

} // namespace ipclab
