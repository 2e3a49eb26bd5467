// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/capture/scripts/script.h"

#include <set>
#include <string>

namespace ipclab::test {

// How the verdict on one run compares with what the model says can happen.
enum class Judgement {
    Ended, // it came to its end, and nothing was said
    Found, // it is stuck, as it can be, and that was said of processes that are
    Missed, // it is stuck, and nothing was said
    False, // what was said cannot be
    Impossible, // it ended, or got stuck, as the model says it cannot
};

struct Judged {
    Judgement judgement = Judgement::Ended;
    std::string why; // of those that are not good
};

// Runs it, watched, until it ends, a verdict comes, or nobody moves any more.
Judged judge(const Script& script, const std::set<unsigned>& ends);

} // namespace ipclab::test
