// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/attach_candidates.h"

#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/task.h"

#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>

namespace ipclab {

namespace {

constexpr std::size_t kMost = 10'000;

// The kernel asks the same of who reads its memory as of who traces it, process_vm_readv(2), Yama
// and all; and there is nothing at that address.
bool refusesToBeRead(Pid pid)
{
    char byte = 0;
    const iovec here { &byte, 1 };
    const iovec there { nullptr, 1 };
    return ::process_vm_readv(pid.value, &here, 1, &there, 1, 0) < 0 && errno == EPERM;
}

// We, who started us, and so on. Held, one of those might hold us.
std::vector<Pid> ourAncestors()
{
    constexpr std::size_t kDeepest = 100;
    std::vector<Pid> ancestors;
    for (Pid pid { ::getppid() }; pid && ancestors.size() < kDeepest;) {
        ancestors.push_back(pid);
        pid = parentOf(pid).value_or(Pid {});
    }
    return ancestors;
}

std::optional<AttachRefusal> refusalOf(
    Pid pid, const AttachFacts& facts, const std::vector<Pid>& ancestors)
{
    if (const auto hopeless = attachHopeless(facts)) {
        const auto tracer = kinshipOf(Tid { facts.tracer.value });
        return hopeless == AttachRefusal::Traced && tracer && tracer->process.value == ::getpid()
            ? AttachRefusal::Watched
            : hopeless;
    }
    if (refusesToBeRead(pid))
        return attachRefused(facts);
    return std::ranges::find(ancestors, pid) != ancestors.end()
        ? std::optional(AttachRefusal::Ancestor)
        : std::nullopt;
}

std::optional<AttachCandidate> candidate(Pid pid, const std::vector<Pid>& ancestors)
{
    const auto stat = statOf(pid);
    const AttachFacts facts = attachFacts(pid);
    if (!stat || !facts.exists)
        return std::nullopt;
    AttachCandidate one;
    one.pid = pid;
    one.parent = stat->parent;
    one.name = stat->name;
    one.command = commandLine(pid);
    one.started = stat->startTime;
    one.ours = facts.realUser == facts.us;
    one.refusal = refusalOf(pid, facts, ancestors);
    one.tracer = facts.tracer;
    return one;
}

} // namespace

std::string obstacleOf(const AttachCandidate& one)
{
    if (!one.refusal)
        return {};
    const std::string why(name(*one.refusal));
    if (one.refusal == AttachRefusal::Traced)
        return why + ' ' + std::to_string(one.tracer.value);
    if (one.refusal == AttachRefusal::Ancestor)
        return why + ' ' + std::to_string(one.pid.value);
    return why;
}

std::vector<AttachCandidate> attachCandidates()
{
    std::vector<AttachCandidate> all;
    std::map<Pid, std::string> names;
    const std::vector<Pid> ancestors = ourAncestors();
    std::vector<int> pids = numbersIn("/proc", kMost);
    std::ranges::sort(pids);
    for (const int pid : pids) {
        auto one = candidate(Pid { pid }, ancestors);
        if (!one || one->refusal == AttachRefusal::Kernel)
            continue;
        names[one->pid] = one->name;
        all.push_back(std::move(*one));
    }
    for (AttachCandidate& one : all) {
        if (const auto parent = names.find(one.parent); parent != names.end())
            one.parentName = parent->second;
    }
    return all;
}

std::optional<AttachCandidate> attachCandidate(Pid pid)
{
    auto one = candidate(pid, ourAncestors());
    const auto parent = one ? statOf(one->parent) : std::nullopt;
    if (parent)
        one->parentName = parent->name;
    return one;
}

} // namespace ipclab
