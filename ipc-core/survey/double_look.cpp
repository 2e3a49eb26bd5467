// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/survey/double_look.h"

#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/io_signals.h"
#include "ipc-core/capture/kernel_work.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/task.h"
#include "ipc-core/survey/survey.h"
#include "ipc-core/survey/unseen.h"

#include <algorithm>
#include <csignal>
#include <utility>

namespace ipclab {

namespace {

std::uint64_t bitOf(int signal)
{
    return std::uint64_t { 1 } << (signal - 1);
}

bool mayGetIoSignal(Pid pid)
{
    const std::uint64_t glibcs = bitOf(32) | bitOf(33); // its own, nptl(7)
    const auto status = statusOf(pid, firstThread(pid));
    const bool handles = !status || (status->caught & ~glibcs) != 0;
    return handles && (hasAsyncDescriptor(pid) || mayWatchFiles(pid));
}

// A timer of alarm(2) or setitimer(2) is not to be seen in /proc: who has a handler for its signal
// may have set one. timer_create(2) is seen.
bool mayWakeByItself(Pid pid, Tid tid)
{
    const std::uint64_t timers = bitOf(SIGALRM) | bitOf(SIGVTALRM) | bitOf(SIGPROF);
    const auto status = statusOf(pid, tid);
    return !status || (status->caught & timers) != 0 || (status->pending & ~status->blocked) != 0
        || hasTimers(pid);
}

bool hasDeadlock(const Judgement& judgement)
{
    return std::ranges::any_of(judgement.findings,
        [](const Finding& finding) { return finding.kind == FindingKind::Deadlock; });
}

bool hasStamp(const Survey::Stamps& stamps, Tid tid, const std::string& stamp)
{
    const auto found = stamps.find(tid);
    return found != stamps.end() && found->second == stamp;
}

// One look, and what it means.
struct Look {
    std::unique_ptr<EventLog> log = std::make_unique<EventLog>();
    std::unique_ptr<Survey> survey = std::make_unique<Survey>(*log);
    Judgement judgement;
};

// TCP_USER_TIMEOUT of tcp(7), at its end of any of its connections.
bool mayLoseConnection(Pid pid)
{
    const UniqueFd pidfd = openPidfd(pid);
    return std::ranges::any_of(openDescriptors(pid), [&](int fd) {
        return linkNameOf(descriptorLink(pid, fd)).kind == LinkKind::Socket
            && mayGiveUpSending(pidfd, fd);
    });
}

// In an eventfd(2), for anybody who ever had it. Dear to find out: it is asked last.
bool kernelMaySignal(const HolderIndex& index)
{
    return !index.holders(LinkKind::IoUring).empty()
        || std::ranges::any_of(index.processes(), kernelMayWorkFor);
}

// Unmoved from the first look until now, so that all that the second saw was so at one moment.
bool proved(const Look& first, Look& second)
{
    const Judgement& after = second.judgement;
    const bool unmoved = std::ranges::all_of(after.stuck, [&](const auto& one) {
        const auto& [pid, tid] = one;
        const std::string stamp = stillnessStamp(pid, tid);
        return isAsleep(stamp) && hasStamp(first.survey->stampsOf(pid), tid, stamp)
            && hasStamp(second.survey->stampsOf(pid), tid, stamp) && !mayWakeByItself(pid, tid);
    });
    std::set<Pid> pids;
    for (const auto& [pid, tid] : after.stuck)
        pids.insert(pid);
    return unmoved && !pids.empty() && std::ranges::none_of(pids, mayGetIoSignal)
        && std::ranges::none_of(pids, mayLoseConnection)
        && (after.reliant.empty()
            || !mayHaveUnseenHolders(
                second.survey->index(), { after.reliant.begin(), after.reliant.end() }))
        && (!after.atEventfd || !kernelMaySignal(second.survey->index()));
}

void note(EventLog& log, const std::vector<Finding>& findings)
{
    const LogView view(log);
    const Nanoseconds now = view.size() > 0 ? view[view.size() - 1].at : 0;
    for (const Finding& finding : findings) {
        FindingBegan body;
        body.kind = finding.kind;
        body.pids = finding.pids;
        body.channels = finding.channels;
        body.tids = finding.tids;
        log.append({ now, {}, {}, body });
    }
}

} // namespace

Result<SurveyedLog> lookTwice(Pid pid, const Judge& judge)
{
    constexpr int kMostLooks = 4;
    Look first;
    const Result<Pid> found = first.survey->look(pid);
    if (!found)
        return found.error();
    first.judgement = judge(LogView(*first.log));
    bool sure = false;
    bool differ = true;
    for (int looks = 1; differ && looks < kMostLooks && hasDeadlock(first.judgement); ++looks) {
        Look second;
        const Result<Pid> still = second.survey->look(pid);
        if (!still)
            return still.error();
        second.judgement = judge(LogView(*second.log));
        differ = first.judgement.stuck != second.judgement.stuck;
        sure = !differ && proved(first, second);
        first = std::move(second);
    }
    if (!sure)
        std::erase_if(first.judgement.findings,
            [](const Finding& one) { return one.kind == FindingKind::Deadlock; });
    note(*first.log, first.judgement.findings);
    return SurveyedLog { *found, std::move(first.log) };
}

} // namespace ipclab
