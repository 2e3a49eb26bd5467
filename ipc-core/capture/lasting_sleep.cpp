// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/lasting_sleep.h"

#include "ipc-core/capture/proc_fs.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace ipclab {

namespace {

constexpr std::size_t kMostAsked = 100; // that are asked what they waited for a processor
// It is the same one though a look did not find it: between two calls nobody waits.
constexpr Nanoseconds kForgottenAfter = kSecond;

// How long it was ready to run, and did not: the second number of schedstat, sched-stats.rst of the
// kernel's documentation. 0 where it does not tell.
Nanoseconds waitedForProcessor(const std::string& task)
{
    const std::string numbers = readSmallFile(task + "/schedstat", 100);
    const std::size_t second = numbers.find(' ');
    return second == std::string::npos ? 0 : std::strtoll(&numbers[second], nullptr, 10);
}

Nanoseconds delayOf(const Finding& finding)
{
    Nanoseconds all = waitedForProcessor("/proc/thread-self");
    for (const Pid pid : finding.pids) {
        const std::string tasks = "/proc/" + std::to_string(pid.value) + "/task";
        for (const int tid : numbersIn(tasks, kMostAsked))
            all += waitedForProcessor(tasks + '/' + std::to_string(tid));
    }
    return all;
}

} // namespace

bool LastingSleep::lasts(const Finding& finding, Nanoseconds now, Nanoseconds atLeast)
{
    const auto noticed = std::ranges::find_if(m_noticed, [&](const Noticed& one) {
        return one.finding.sameAs(finding) && one.finding.since == finding.since;
    });
    if (noticed == m_noticed.end()) {
        m_noticed.push_back({ finding, now, delayOf(finding) });
        return false;
    }
    const Nanoseconds lasted = now - std::max(finding.since, noticed->at);
    return lasted >= atLeast && allSleep(finding)
        && lasted - (delayOf(finding) - noticed->delayed) >= atLeast;
}

void LastingSleep::forgetAllBut(const std::vector<Finding>& found, Nanoseconds now)
{
    std::erase_if(m_noticed, [&](const Noticed& one) {
        return now - one.at > kForgottenAfter
            && std::ranges::none_of(found, [&](const Finding& other) {
                   return one.finding.sameAs(other) && one.finding.since == other.since;
               });
    });
}

// Nobody is about to go on, nor stands at what we have not heard of yet.
bool LastingSleep::allSleep(const Finding& finding) const
{
    return std::ranges::all_of(finding.pids, [this](Pid pid) {
        const auto process = m_tracees.processes.find(pid);
        return process != m_tracees.processes.end()
            && std::ranges::all_of(process->second.threads,
                [pid](const auto& thread) { return stateLetter(pid, thread.first) == 'S'; });
    });
}

} // namespace ipclab
