// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/capture/scripts/script.h"

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ipclab::test {

// Where a script may stand: all that decides what can happen next.
struct ScriptState {
    struct Place {
        std::uint32_t next = 0; // step
        std::int32_t left = -1; // bytes of a transfer that has begun
        bool done = false;
    };
    // A page of a pipe: what is read moves `from`, what is written goes after `from + size`, where
    // it fits, pipe_write() of the kernel.
    struct Page {
        std::uint32_t from = 0;
        std::uint32_t size = 0;
    };
    std::vector<Place> actors;
    std::array<std::vector<Page>, 2> pipes;
    std::array<std::uint32_t, 2> sockets {}; // bytes on their way to the first, to the second
    std::vector<std::uint32_t> open; // by actor: a bit for each descriptor; a thread's are main's
    std::array<int, kLocks> owners { -1, -1 };
    std::array<int, kLocks> posted {};
    std::array<bool, kLocks> isTrue {};
    unsigned shut = 0; // a bit for each socket that nobody writes to any more, shutdown(2)
};

ScriptState startOf(const Script& script);

// One actor goes on as far as it can at one go; false: it waits, or is done.
bool goOn(const Script& script, ScriptState& state, std::size_t actor);

// How a run can end: each a bit for every actor that has not come to its end, as nobody can go on.
// Found by trying every order. Nothing when there are too many states.
std::optional<std::set<unsigned>> endsOf(const Script& script, std::size_t mostStates = 200'000);

} // namespace ipclab::test
