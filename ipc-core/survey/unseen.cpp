// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/survey/unseen.h"

#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/task.h"
#include "ipc-core/survey/control_groups.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace ipclab {

namespace {

// proc(5), hidepid: those of other users do not even have a folder.
bool areHidden(const HolderIndex& index)
{
    return std::ranges::find(index.processes(), Pid { 1 }) == index.processes().end();
}

// Outside of the first pid namespace, whose number linux/proc_ns.h has, others may look in.
bool isNested()
{
    std::array<char, 64> link {};
    const ssize_t length = readlink("/proc/self/ns/pid", link.data(), link.size());
    return length <= 0
        || std::string_view(link.data(), static_cast<std::size_t>(length)) != "pid:[4026531836]";
}

// Who came in from the outside, as the first process or by setns(2), has no parent here.
bool cameFromOutside(const std::vector<Pid>& pids)
{
    return isNested() && std::ranges::any_of(pids, [&](Pid pid) {
        const auto stat = statOf(pid);
        return !stat || !stat->parent;
    });
}

// A thread may have a table of its own, unshare(2), which is not that of its process.
bool hasThreadApart(Pid pid)
{
    const std::vector<Tid> threads = threadsOf(pid);
    return threads.size() > 1
        && std::ranges::any_of(threads, [&](Tid tid) { return hasOwnDescriptors(pid, tid); });
}

// Is there one, among those of whom not all descriptors are seen, that may have come by an end?
bool hiddenMayHave(const HolderIndex& index, const std::vector<Pid>& pids)
{
    std::uint64_t begin = std::numeric_limits<std::uint64_t>::max();
    for (const Pid pid : pids)
        begin = std::min(begin, beginOfSession(pid));
    const auto isYounger = [begin](Pid pid) {
        const auto stat = statOf(pid);
        return stat && stat->startTime >= begin;
    };
    std::vector<std::string> groups;
    for (const Pid pid : pids)
        groups.push_back(controlGroupOf(pid));
    const auto mayDescend = [&groups](Pid pid) {
        const std::string own = controlGroupOf(pid);
        return std::ranges::any_of(
            groups, [&](const std::string& group) { return !areApart(own, group); });
    };
    return std::ranges::any_of(
               index.unreadable(), [&](Pid pid) { return isYounger(pid) && mayDescend(pid); })
        || std::ranges::any_of(
            index.processes(), [&](Pid pid) { return isYounger(pid) && hasThreadApart(pid); });
}

bool someAreInFlight(const HolderIndex& index)
{
    return std::ranges::any_of(index.holders(LinkKind::Socket), [](const auto& place) {
        return fdinfoNumber(place.pid, place.fd, "scm_fds", 10).value_or(0) > 0;
    });
}

} // namespace

bool mayHaveUnseenHolders(const HolderIndex& index, const std::vector<Pid>& pids)
{
    return index.cut() || areHidden(index) || cameFromOutside(pids) || hiddenMayHave(index, pids)
        || someAreInFlight(index);
}

bool isPipeHeldOnlyBy(std::uint64_t inode, const std::vector<Pid>& pids)
{
    const HolderIndex index = HolderIndex::ofThisMoment();
    std::vector<Pid> holders;
    for (const auto& place : index.holders(LinkKind::Pipe, inode)) {
        if (std::ranges::find(pids, place.pid) == pids.end())
            return false;
        holders.push_back(place.pid);
    }
    return !holders.empty() && !mayHaveUnseenHolders(index, holders);
}

} // namespace ipclab
