// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/memory_sharers.h"

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/attach_refusal.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/task.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>

namespace ipclab {

namespace {

constexpr Nanoseconds kOurs = 100 * kMillisecond; // an answer holds so long
constexpr Nanoseconds kStrangers = kSecond;
constexpr std::size_t kMostMappings = 1000;
constexpr std::size_t kMostProcesses = 4'194'304; // PID_MAX_LIMIT, proc(5)

bool holdsFile(Pid pid, const Mapping& shared)
{
    return std::ranges::any_of(openDescriptors(pid), [&](int fd) {
        const auto facts = fileFacts(pid, fd);
        return facts && facts->inode == shared.inode && facts->device == shared.device;
    });
}

bool mayTouch(Pid pid, const std::string& maps, const Mapping& shared)
{
    return mapsToo(maps, shared) || holdsFile(pid, shared);
}

// Whether its memory may not be seen, proc(5). Threads of the kernel, and who has ended, have none,
// which may be read.
bool isUnreadable(Pid pid)
{
    const std::string path = "/proc/" + std::to_string(pid.value) + "/maps";
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    return !file && (errno == EACCES || errno == EPERM);
}

// A file that never had a name comes to others as a descriptor, memfd_create(2): to anybody,
// unix(7).
bool comesAsDescriptor(const Mapping& shared)
{
    return shared.name.starts_with("/memfd:");
}

// As in TaskStat.
std::uint64_t ticksSinceBoot()
{
    timespec time {};
    clock_gettime(CLOCK_BOOTTIME, &time);
    const Nanoseconds now = time.tv_sec * kSecond + time.tv_nsec;
    return static_cast<std::uint64_t>(now / (kSecond / sysconf(_SC_CLK_TCK)));
}

} // namespace

MemorySharers::MemorySharers(Recorder& recorder, Tracees& tracees, bool closedWorld)
    : m_recorder(recorder)
    , m_tracees(tracees)
    , m_closedWorld(closedWorld)
    , m_begin(ticksSinceBoot())
{
}

MemorySharers::Answer MemorySharers::of(const Mapping& shared, bool afresh)
{
    if (m_known.size() > kMostMappings)
        m_known.clear();
    Known& known = m_known[{ shared.device, shared.inode }];
    const Nanoseconds now = m_recorder.now();
    if (afresh || known.made != m_tracees.made || now - known.at > kOurs)
        lookAmongOurs(shared, known);
    const bool stale = !known.strangersAt || now - *known.strangersAt > kStrangers;
    if (afresh && stale && !known.answer.outside)
        lookAmongStrangers(shared, known);
    Answer answer = known.answer;
    answer.outside = answer.outside || known.strangers;
    return answer;
}

void MemorySharers::lookAmongOurs(const Mapping& shared, Known& known)
{
    known.made = m_tracees.made;
    known.at = m_recorder.now();
    const bool comeByName = m_closedWorld && !isNameless(shared); // any may, later
    known.answer.pids.clear();
    for (const auto& [pid, process] : m_tracees.processes) {
        if (process.launching)
            continue;
        const std::string maps = comeByName ? std::string() : mapsOf(pid);
        if (maps.empty() || mayTouch(pid, maps, shared)) // empty: not to be read
            known.answer.pids.push_back(pid);
    }
    // Who was attached to may share memory with those it was made by or has made.
    const bool attached = std::ranges::any_of(known.answer.pids,
        [&](Pid pid) { return m_tracees.processes.at(pid).attached.value != 0; });
    known.answer.outside = attached || (!isNameless(shared) && !m_closedWorld);
}

void MemorySharers::lookAmongStrangers(const Mapping& shared, Known& known)
{
    // No name leads to it any more, so nobody new can come; but somebody may have it.
    known.strangersAt = m_recorder.now();
    known.strangers = false;
    if (isAnonymous(shared))
        return;
    const std::vector<int> all = numbersIn("/proc", kMostProcesses);
    const bool hidden = std::ranges::find(all, 1) == all.end(); // proc(5), hidepid
    known.strangers = (hidden && (!m_closedWorld || comesAsDescriptor(shared)))
        || std::ranges::any_of(all, [&](int number) {
               const Pid pid { number };
               return !m_tracees.processes.contains(pid)
                   && (mayTouch(pid, mapsOf(pid), shared)
                       || (isUnreadable(pid) && mayHaveCome(pid, shared)));
           });
}

bool MemorySharers::mayHaveCome(Pid pid, const Mapping& shared) const
{
    if (comesAsDescriptor(shared))
        return true;
    if (m_closedWorld)
        return false;
    const AttachFacts who = attachFacts(pid);
    const auto stat = statOf(pid);
    return !who.exists || !stat
        || ((who.realUser == who.us || who.effectiveUser == who.us) && stat->startTime >= m_begin);
}

} // namespace ipclab
