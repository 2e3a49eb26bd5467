// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/survey/control_groups.h"

#include "ipc-core/capture/proc_fs.h"

#include <algorithm>

namespace ipclab {

namespace {

// "/user.slice/user-1000.slice" of all that is below; empty where there are not so many.
std::string_view serviceOrUser(std::string_view group)
{
    const std::size_t second = group.starts_with('/') ? group.find('/', 1) : group.npos;
    if (second == group.npos || second + 1 == group.size())
        return {};
    return group.substr(0, group.find('/', second + 1));
}

} // namespace

std::string_view controlGroupIn(std::string_view text)
{
    constexpr std::string_view kUnified = "0::";
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (line.starts_with(kUnified))
            return line.substr(kUnified.size());
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return {};
}

std::string controlGroupOf(Pid pid)
{
    constexpr std::size_t kMost = 8192;
    const std::string text = readSmallFile("/proc/" + std::to_string(pid.value) + "/cgroup", kMost);
    return std::string(controlGroupIn(text));
}

bool areApart(std::string_view one, std::string_view other)
{
    const std::string_view of = serviceOrUser(one);
    const std::string_view from = serviceOrUser(other);
    return !of.empty() && !from.empty() && of != from;
}

} // namespace ipclab
