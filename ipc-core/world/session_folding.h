// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/log/session_file.h"
#include "ipc-core/world/world_history.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace ipclab {

// A session that was read from a file, with the World at each of its moments.
struct FoldedSession {
    SavedSession saved;
    std::unique_ptr<WorldHistory> history; // of its log
};

// How far it is, in bytes of the file. False: no further.
using GoOn = std::function<bool(std::uint64_t read, std::uint64_t total)>;

// Reads a session while another thread folds what was read. Asks `goOn` in the calling thread after
// each portion, some milliseconds' work; where that says no, what was read until then is the
// session. Errors as those of `readSession`.
Result<FoldedSession> foldSession(const std::string& path, const GoOn& goOn);

} // namespace ipclab
