// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace ipclab {

// How far a step is that is done for the learner to see.
enum class ShowingState : std::uint8_t {
    Going,
    Seen, // the step is ticked
    Cannot, // a program that the step speaks of does not run
    Stuck, // what is to be done next could not be done
    InVain, // all was done, and nothing of what is expected came
};

} // namespace ipclab
