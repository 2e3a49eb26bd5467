// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace ipclab::test {

// A little program of pipes, sockets and locks for the tracee `script`, which says what each thing
// it does is.
struct Step {
    char what = 'w';
    int of = 0;
    int count = 0;
};
struct Actor {
    enum class Kind { Main, Thread, Process };
    Kind kind = Kind::Main;
    std::vector<Step> steps;
};
using Script = std::vector<Actor>; // the first is the main one

constexpr int kDescriptors = 6; // 0 reads what 1 writes, 2 what 3 writes, 4 and 5 each other's
constexpr int kLocks = 2; // mutexes, semaphores, and conditions

std::vector<std::string> argumentsOf(const Script& script);
std::string textOf(const Script& script); // to be shown, and run by hand

// Two to four actors that have something to do with each other: some of these end, some never do,
// some sometimes.
Script randomScript(std::mt19937& random);

} // namespace ipclab::test
