// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ipclab::bench {

// One line of the table: what was measured, in which unit, and how good it has to be.
struct Figure {
    enum class Judged { Median, P95 };

    std::string what;
    std::string unit;
    std::vector<double> values;
    std::optional<double> atMost; // none: for information
    Judged judged = Judged::P95;
};

// The value that this share of them does not exceed; 0 if there are none.
double percentile(std::vector<double> values, double share);
double median(const std::vector<double>& values);

// To stdout: median, 95th percentile, largest, and whether that is good enough. False: it is not,
// or nothing was measured.
bool print(const Figure& figure);
void printNote(const std::string& text); // between the lines of the table

std::int64_t now(); // CLOCK_MONOTONIC, ns
std::int64_t threadTime(); // processor time that the calling thread has had, ns
std::uint64_t residentBytes(); // of this process

} // namespace ipclab::bench
