// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/condition.h"
#include "ipc-core/lab/lab.h"
#include "ipc-core/lab/table_reader.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

// Values that are words, or names of something. What is none of those that may be is a problem.

// All that there are of a kind, as they are written.
template <typename Word> std::vector<std::string> namesUpTo(Word last)
{
    std::vector<std::string> names;
    for (unsigned i = 0; i <= static_cast<unsigned>(last); ++i)
        names.emplace_back(name(static_cast<Word>(i)));
    return names;
}

std::vector<Call> readCalls(TableReader& table, std::string_view key); // a name, or a list

// "child.stdout", from `key`; a problem if it is absent or no such thing.
StreamRef readStream(TableReader& table, std::string_view key);

// A value of a switch, both checked against the lab's switches.
struct SwitchSetting {
    std::string name;
    std::string value;
};
SwitchSetting readSwitchSetting(
    TableReader& table, std::string_view nameKey, std::string_view valueKey, const Lab& lab);

// The index in `words` of the text of `key`; a problem if it is none of them.
std::optional<std::size_t> readWord(TableReader& table, std::string_view key,
    const std::vector<std::string>& words, ProblemKind unknown);

int readSignal(TableReader& table, std::string_view key); // 0 where absent or unknown
std::optional<BufferMode> readMode(TableReader& table, std::string_view key);
std::optional<Place> readPlace(TableReader& table, std::string_view key);

} // namespace ipclab
