// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/process.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ipclab {

namespace {

std::string_view lastPart(std::string_view path)
{
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

bool isInterpreter(std::string_view program)
{
    constexpr auto kInterpreters = std::to_array<std::string_view>(
        { "python", "sh", "bash", "dash", "zsh", "perl", "ruby", "node", "lua" });
    // "python3.11" is python.
    const std::size_t end = program.find_first_of("0123456789.");
    return std::ranges::find(kInterpreters, program.substr(0, end)) != kInterpreters.end();
}

} // namespace

std::string programName(const std::string& path, const std::vector<std::string>& argv)
{
    const std::string_view program = lastPart(argv.empty() || argv[0].empty() ? path : argv[0]);
    if (!isInterpreter(program))
        return std::string(program);
    for (std::size_t i = 1; i < argv.size(); ++i) {
        if (argv[i] == "-c" || argv[i] == "-m")
            break; // the program is in the argument itself
        if (!argv[i].starts_with('-'))
            return std::string(lastPart(argv[i]));
    }
    return std::string(program);
}

ProcessState Process::state() const
{
    if (ending)
        return ending->reaped ? ProcessState::Gone : ProcessState::Zombie;
    if (stoppedBy != 0)
        return ProcessState::Stopped;
    const bool waits = !threads.empty() && std::ranges::all_of(threads, [](const auto& entry) {
        return entry.second.call.has_value();
    });
    return waits ? ProcessState::Waiting : ProcessState::Running;
}

const Stream* Process::streamOn(int fd) const
{
    const auto found = std::ranges::find(streams, fd, &Stream::fd);
    return found == streams.end() ? nullptr : &*found;
}

std::string Process::stem() const
{
    const std::size_t dot = name.rfind('.');
    return dot == 0 || dot == std::string::npos ? name : name.substr(0, dot);
}

} // namespace ipclab
