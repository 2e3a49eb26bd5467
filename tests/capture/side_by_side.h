// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/capture/watched.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ipclab::test {

// What a program prints and how it ends: "…\n-> 0", or "-> signal 9".
// When nobody watches it, started as a shell would start it:
std::string alone(std::vector<std::string> argv);
// And watched, as `ipclab watch` does it; `run` keeps what was seen. What is asked for `before` is
// so when the program begins.
std::string watched(std::vector<std::string> argv, std::unique_ptr<Watched>& run,
    const std::function<void(Capture&)>& before = {},
    const std::function<void(Watched&)>& meanwhile = {});

} // namespace ipclab::test
