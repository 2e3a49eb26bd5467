// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

// Names as signal(7) and errno(3) write them: "SIGTERM", "SIGRTMIN+2", "EPIPE". Any thread.
std::string signalName(int number); // "signal 99" for a number that has no name
std::optional<int> signalNamed(std::string_view name); // also without SIG, in any case
std::string errorName(int number); // "errno 9999" for a number that has no name
std::optional<int> errorNamed(std::string_view name);

} // namespace ipclab
