// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/code/line_difference.h"

#include <QHash>

#include <algorithm>
#include <span>

namespace ipclab {

namespace {

using Lines = std::span<const int>; // each text of a line has one number

constexpr int kMostEdits = 1'000; // their ways take 4 MB

// How far each diagonal (a line of the first minus a line of the second) came with `edits` of them:
// lines of the first that are behind it.
class Reached {
public:
    explicit Reached(int edits)
        : m_edits(edits)
        , m_places(static_cast<std::size_t>(2 * edits + 1), 0)
    {
    }

    int& operator[](int diagonal) { return m_places[static_cast<std::size_t>(diagonal + m_edits)]; }
    int operator[](int diagonal) const
    {
        return m_places[static_cast<std::size_t>(diagonal + m_edits)];
    }

private:
    int m_edits;
    std::vector<int> m_places;
};

// Whether the way to this diagonal takes a line of the second in, rather than one of the first out.
bool comesByAdding(const Reached& before, int diagonal, int edits)
{
    return diagonal == -edits || (diagonal != edits && before[diagonal - 1] < before[diagonal + 1]);
}

// Each round's, until one is at both ends; nothing: that would take too many edits.
std::optional<std::vector<Reached>> waysThrough(Lines first, Lines second)
{
    const auto rows = static_cast<int>(first.size());
    const auto columns = static_cast<int>(second.size());
    std::vector<Reached> rounds;
    for (int edits = 0; edits <= std::min(rows + columns, kMostEdits); ++edits) {
        rounds.emplace_back(edits);
        for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
            int row = 0;
            if (edits > 0) {
                const Reached& before = rounds[static_cast<std::size_t>(edits - 1)];
                row = comesByAdding(before, diagonal, edits) ? before[diagonal + 1]
                                                             : before[diagonal - 1] + 1;
            }
            int column = row - diagonal;
            while (row < rows && column < columns
                && first[static_cast<std::size_t>(row)]
                    == second[static_cast<std::size_t>(column)]) {
                ++row;
                ++column;
            }
            rounds.back()[diagonal] = row;
            if (row >= rows && column >= columns)
                return rounds;
        }
    }
    return std::nullopt;
}

std::vector<LineChange> backThrough(const std::vector<Reached>& rounds, Lines first, Lines second)
{
    std::vector<LineChange> changes;
    auto row = static_cast<int>(first.size());
    auto column = static_cast<int>(second.size());
    for (int edits = static_cast<int>(rounds.size()) - 1; edits > 0; --edits) {
        const Reached& before = rounds[static_cast<std::size_t>(edits - 1)];
        const int diagonal = row - column;
        const bool added = comesByAdding(before, diagonal, edits);
        const int from = diagonal + (added ? 1 : -1);
        const int rowBefore = before[from];
        const int columnBefore = rowBefore - from;
        for (; row > rowBefore && column > columnBefore; --row, --column)
            changes.push_back(LineChange::Same);
        changes.push_back(added ? LineChange::Added : LineChange::Removed);
        row = rowBefore;
        column = columnBefore;
    }
    changes.insert(changes.end(), static_cast<std::size_t>(row), LineChange::Same);
    std::ranges::reverse(changes);
    return changes;
}

std::vector<LineChange> changesBetween(Lines first, Lines second)
{
    if (const auto rounds = waysThrough(first, second))
        return backThrough(*rounds, first, second);
    std::vector<LineChange> all(first.size(), LineChange::Removed);
    all.insert(all.end(), second.size(), LineChange::Added);
    return all;
}

// In each run of changes.
void putRemovedFirst(std::vector<LineChange>& changes)
{
    for (auto at = changes.begin(); at != changes.end();) {
        const auto begin = std::find_if(
            at, changes.end(), [](LineChange one) { return one != LineChange::Same; });
        at = std::find(begin, changes.end(), LineChange::Same);
        std::stable_partition(begin, at, [](LineChange one) { return one == LineChange::Removed; });
    }
}

std::vector<int> numbered(const QStringList& lines, QHash<QString, int>& numbers)
{
    std::vector<int> found;
    found.reserve(static_cast<std::size_t>(lines.size()));
    for (const QString& line : lines) {
        const auto next = static_cast<int>(numbers.size());
        const auto known = numbers.constFind(line);
        found.push_back(known == numbers.cend() ? *numbers.insert(line, next) : *known);
    }
    return found;
}

LineDifference withLines(const std::vector<LineChange>& changes)
{
    LineDifference lines;
    lines.reserve(changes.size());
    int before = 0;
    int now = 0;
    for (const LineChange change : changes) {
        before += change != LineChange::Added ? 1 : 0;
        now += change != LineChange::Removed ? 1 : 0;
        lines.push_back({ change, change == LineChange::Added ? 0 : before,
            change == LineChange::Removed ? 0 : now });
    }
    return lines;
}

} // namespace

std::optional<LineDifference> lineDifference(const QStringList& before, const QStringList& now)
{
    if (before.size() > kMostLinesCompared || now.size() > kMostLinesCompared)
        return std::nullopt;
    QHash<QString, int> numbers;
    const std::vector<int> old = numbered(before, numbers);
    const std::vector<int> own = numbered(now, numbers);
    const auto begin = std::ranges::mismatch(old, own);
    const auto head = static_cast<std::size_t>(begin.in1 - old.begin());
    const std::size_t most = std::min(old.size(), own.size()) - head;
    std::size_t tail = 0;
    while (tail < most && old[old.size() - 1 - tail] == own[own.size() - 1 - tail])
        ++tail;
    std::vector<LineChange> changes(head, LineChange::Same);
    const std::vector<LineChange> middle
        = changesBetween(Lines(old).subspan(head, old.size() - head - tail),
            Lines(own).subspan(head, own.size() - head - tail));
    changes.insert(changes.end(), middle.begin(), middle.end());
    changes.insert(changes.end(), tail, LineChange::Same);
    putRemovedFirst(changes);
    return withLines(changes);
}

ChangedLines changedLines(const LineDifference& difference)
{
    const auto count = [&](LineChange change) {
        return static_cast<int>(std::ranges::count(difference, change, &DifferenceLine::change));
    };
    return { count(LineChange::Added), count(LineChange::Removed) };
}

std::vector<SignedLine> signsOf(const LineDifference& difference)
{
    std::vector<SignedLine> found;
    int removed = 0; // with nothing in their place yet
    int line = 0;
    for (const DifferenceLine& one : difference) {
        if (one.change == LineChange::Removed) {
            ++removed;
            continue;
        }
        line = one.now;
        if (one.change == LineChange::Added)
            found.push_back({ line, removed > 0 ? LineSign::Changed : LineSign::Added });
        else if (removed > 0)
            found.push_back({ line, LineSign::RemovedBefore });
        removed = one.change == LineChange::Added ? std::max(removed - 1, 0) : 0;
    }
    if (removed > 0 && (found.empty() || found.back().line != line))
        found.push_back({ line, LineSign::RemovedAfter });
    return found;
}

} // namespace ipclab
