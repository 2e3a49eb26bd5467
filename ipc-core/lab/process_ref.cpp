// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/process_ref.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace ipclab {

namespace {

const Process* launchedFor(const World& world, std::string_view run)
{
    const Process* last = nullptr;
    for (const auto& [pid, process] : world.processes) {
        if (process.run == run && (!last || process.startedAt >= last->startedAt))
            last = &process;
    }
    return last;
}

const Process* oldestNamed(const World& world, std::string_view name)
{
    const Process* best = nullptr;
    for (const Process* process : world.named(name)) { // oldest first
        if (process->alive())
            return process;
        if (!best || process->ending->at >= best->ending->at)
            best = process;
    }
    return best;
}

const Process* childOf(const World& world, Pid maker, std::size_t number)
{
    std::vector<const Process*> made;
    for (const auto& [pid, process] : world.processes) {
        if (process.maker == maker && !process.self)
            made.push_back(&process);
    }
    std::ranges::stable_sort(made, {}, &Process::startedAt);
    return number >= 1 && number <= made.size() ? made[number - 1] : nullptr;
}

} // namespace

const Process* processNamed(const World& world, std::string_view ref)
{
    const std::size_t slash = ref.rfind('/');
    if (slash == std::string_view::npos) {
        const Process* const launched = launchedFor(world, ref);
        return launched ? launched : oldestNamed(world, ref);
    }
    std::size_t number = 0;
    const std::string_view digits = ref.substr(slash + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const Process* const maker = processNamed(world, ref.substr(0, slash));
    return maker ? childOf(world, maker->pid, number) : nullptr;
}

bool isMeant(const World& world, const Process& process, std::string_view ref)
{
    const bool byName = ref.find('/') == std::string_view::npos && !launchedFor(world, ref);
    if (byName)
        return process.name == ref || process.stem() == ref;
    return processNamed(world, ref) == &process;
}

} // namespace ipclab
