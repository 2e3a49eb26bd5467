// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/attach_refusal.h"

#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/task.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <sstream>

namespace ipclab {

namespace {

constexpr auto kNames = std::to_array<std::string_view>(
    { "gone", "ended", "ourselves", "watched", "kernel", "traced", "not_ours", "privileged",
        "closed", "descendants", "administrator", "nobody", "ancestor", "unknown" });

bool hasEnded(char state)
{
    return state == 'Z' || state == 'X' || state == '?';
}

// Its first thread may have ended before the others, pthread_exit(3): it reads as a zombie then.
bool anyLives(Pid pid)
{
    constexpr std::size_t kMostThreads = 65536;
    return std::ranges::any_of(
        threadsOf(pid, kMostThreads), [pid](Tid tid) { return !hasEnded(stateLetter(pid, tid)); });
}

} // namespace

AttachFacts attachFacts(Pid pid)
{
    AttachFacts facts;
    const std::string folder = "/proc/" + std::to_string(pid.value);
    const auto kinship = kinshipOf(firstThread(pid));
    const auto stat = statOf(pid);
    if (!kinship || kinship->process != pid || !stat)
        return facts;
    facts.exists = true;
    facts.ended = stat->state == TaskState::Zombie && !anyLives(pid);
    facts.kernel = stat->kernelThread;
    facts.ours = pid == Pid { ::getpid() } || stat->name == kJanitorName;
    facts.tracer = tracerOf(pid);
    facts.us = ::geteuid();
    std::istringstream users(fieldAfter(statusText(pid, firstThread(pid)), "Uid:"));
    users >> facts.realUser >> facts.effectiveUser;
    struct stat owner { };
    if (::stat((folder + "/environ").c_str(), &owner) == 0)
        facts.owner = owner.st_uid;
    facts.scope = std::atoi(readSmallFile("/proc/sys/kernel/yama/ptrace_scope", 16).c_str());
    return facts;
}

std::optional<AttachRefusal> attachHopeless(const AttachFacts& facts)
{
    if (!facts.exists)
        return AttachRefusal::Gone;
    if (facts.ours)
        return AttachRefusal::Ourselves;
    if (facts.kernel)
        return AttachRefusal::Kernel;
    if (facts.ended)
        return AttachRefusal::Ended;
    if (facts.tracer)
        return AttachRefusal::Traced;
    return std::nullopt;
}

AttachRefusal attachRefused(const AttachFacts& facts)
{
    if (const auto hopeless = attachHopeless(facts))
        return *hopeless;
    if (facts.realUser != facts.us)
        return AttachRefusal::NotOurs;
    if (facts.effectiveUser != facts.us)
        return AttachRefusal::Privileged;
    // A program with more rights than its user is not dumpable either.
    if (facts.owner != facts.us)
        return AttachRefusal::Closed;
    if (facts.scope == 1)
        return AttachRefusal::Descendants;
    if (facts.scope > 1)
        return facts.scope == 2 ? AttachRefusal::Administrator : AttachRefusal::Nobody;
    return AttachRefusal::Unknown;
}

std::string_view name(AttachRefusal refusal)
{
    return kNames.at(static_cast<std::size_t>(refusal));
}

std::optional<AttachRefusal> attachRefusalNamed(std::string_view name)
{
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<AttachRefusal>(found - kNames.begin());
}

} // namespace ipclab
