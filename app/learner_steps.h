// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"

#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// What a session says of one step of its lab.
struct LearnerStep {
    std::string id;
    std::optional<Nanoseconds> doneAt; // nothing: it was not ticked
    std::string first, last; // what was predicted; empty: nothing
    std::string answer; // what the run showed: several, with commas, where the facts do not decide

    // The first prediction; nothing where there is none, or no answer to compare it with.
    [[nodiscard]] std::optional<bool> rightAtFirst() const;
};

// The steps that a session speaks of, in the order in which it does. Anybody may have written it:
// there are at most kMostLearnerSteps.
std::vector<LearnerStep> learnerSteps(const LogView& log);
constexpr std::size_t kMostLearnerSteps = 200;

// In which the programs ran, each once, in the order in which they were chosen; `first`: as the
// session's header has it. Words of a file, which need be none that we know.
std::vector<std::string> variantsIn(const LogView& log, const std::string& first);

} // namespace ipclab
