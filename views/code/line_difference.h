// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace ipclab {

enum class LineChange : std::uint8_t { Same, Removed, Added };

// A line of either text, in the order in which one becomes the other.
struct DifferenceLine {
    LineChange change = LineChange::Same;
    int before = 0; // its number in the text before, from 1; 0: it is not there
    int now = 0; // in the text now
    bool operator==(const DifferenceLine&) const = default;
};

using LineDifference = std::vector<DifferenceLine>;

// What is marked beside a line of the text now.
enum class LineSign : std::uint8_t { Added, Changed, RemovedBefore, RemovedAfter, Removed };

struct SignedLine {
    int line = 0; // from 1
    LineSign sign = LineSign::Added;
    bool operator==(const SignedLine&) const = default;
};

struct ChangedLines {
    int added = 0;
    int removed = 0;
    bool operator==(const ChangedLines&) const = default;
};

constexpr qsizetype kMostLinesCompared = 5'000; // of each text

// The lines that stay are as many as can be (Myers, "An O(ND) Difference Algorithm and Its
// Variations", 1986); of texts that are very far apart, those at both ends. In each change, what is
// removed comes before what is added. Nothing: a text is too long. Any thread.
std::optional<LineDifference> lineDifference(const QStringList& before, const QStringList& now);

[[nodiscard]] ChangedLines changedLines(const LineDifference& difference);

// A line that stands for a removed one is a changed one.
std::vector<SignedLine> signsOf(const LineDifference& difference);

} // namespace ipclab
