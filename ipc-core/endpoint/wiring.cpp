// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/endpoint/wiring.h"

#include <array>
#include <cstddef>

namespace ipclab {

namespace {
// In the order of Wiring.
constexpr std::array<std::string_view, 8> kNames { "terminal", "pipe", "fifo", "socket", "unix",
    "file", "null", "inherit" };
} // namespace

std::optional<Wiring> wiringNamed(std::string_view word)
{
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames[i] == word)
            return static_cast<Wiring>(i);
    }
    return std::nullopt;
}

std::string_view name(Wiring wiring)
{
    return kNames[static_cast<std::size_t>(wiring)];
}

} // namespace ipclab
