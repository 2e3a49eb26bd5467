// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/orphaned_group.h"

#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/task.h"

#include <unistd.h>

#include <algorithm>
#include <vector>

namespace ipclab {

namespace {

constexpr std::size_t kMostInProc = 65536;

// The first process of the machine minds nobody; that of a container may be a shell.
bool isFirstOfMachine(Pid pid)
{
    constexpr std::uint64_t kOutermost = 0xEFFFFFFC; // PID_NS_INIT_INO of linux/nsfs.h
    return pid == Pid { 1 } && pidSpaceOf(Pid { ::getpid() }) == kOutermost;
}

bool isMinded(const TaskStat& member)
{
    const auto parent = isFirstOfMachine(member.parent) ? std::nullopt : statOf(member.parent);
    return parent && parent->group != member.group && parent->session == member.session;
}

} // namespace

bool isInOrphanedGroup(Pid pid)
{
    const auto own = statOf(pid);
    if (!own || isMinded(*own))
        return false;
    const std::vector<int> all = numbersIn("/proc", kMostInProc);
    return all.size() < kMostInProc && std::ranges::none_of(all, [&](int number) {
        if (Pid { ::getpgid(number) } != own->group) // costs a hundredth of reading its stat
            return false;
        const auto other = statOf(Pid { number });
        return other && other->group == own->group && other->state != TaskState::Zombie
            && isMinded(*other);
    });
}

} // namespace ipclab
