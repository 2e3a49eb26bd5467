// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ipclab::bench {

// A program that is run to its end. Its stdin is empty; its stdout and stderr go nowhere unless
// they are asked for.
struct Command {
    std::vector<std::string> argv;
    std::vector<std::pair<std::string, std::string>> environment {}; // on top of ours
    bool wantsErrors = false; // read its stderr
};

struct Ran {
    double milliseconds = 0; // from before its start until it was reaped
    std::int64_t startedAt = 0; // CLOCK_MONOTONIC, ns
    std::string errors;
};

// Nothing: it could not be run, or it failed.
std::optional<Ran> run(const Command& command);

} // namespace ipclab::bench
