// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/survey/double_look.h"

#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/survey/survey.h"
#include "ipc-core/survey/task.h"
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

// A timer of alarm(2) or setitimer(2) is not to be seen in /proc: who has a handler for its signal
// may have set one. timer_create(2) is seen.
bool mayWakeByItself(Pid pid)
{
    if (hasTimers(pid))
        return true;
    const std::uint64_t timers = bitOf(SIGALRM) | bitOf(SIGVTALRM) | bitOf(SIGPROF);
    return std::ranges::any_of(threadsOf(pid), [&](Tid tid) {
        const auto status = statusOf(pid, tid);
        return !status || (status->caught & timers) != 0
            || (status->pending & ~status->blocked) != 0;
    });
}

bool hasDeadlock(const Judgement& judgement)
{
    return std::ranges::any_of(judgement.findings,
        [](const Finding& finding) { return finding.kind == FindingKind::Deadlock; });
}

Survey::Stamps stampsNow(const std::vector<Pid>& pids)
{
    Survey::Stamps stamps;
    for (const Pid pid : pids) {
        for (const Tid tid : threadsOf(pid)) {
            std::string stamp = stillnessStamp(pid, tid);
            if (!stamp.starts_with('Z')) // it has ended, and the process lives on
                stamps[tid] = std::move(stamp);
        }
    }
    return stamps;
}

// Unmoved from the first look until now, so that all that the second saw was so at one moment.
bool proved(const Survey& first, Survey& second, const Judgement& before, const Judgement& after)
{
    if (before.stuck != after.stuck || std::ranges::any_of(after.stuck, mayWakeByItself))
        return false;
    const Survey::Stamps stamps = second.stampsOf(after.stuck);
    return !stamps.empty() && first.stampsOf(after.stuck) == stamps
        && stampsNow(after.stuck) == stamps
        && std::ranges::all_of(stamps, [](const auto& one) { return isAsleep(one.second); })
        && !mayHaveUnseenHolders(second.index(), after.stuck);
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
        log.append({ now, {}, {}, body });
    }
}

} // namespace

Result<SurveyedLog> lookTwice(Pid pid, const Judge& judge)
{
    auto log = std::make_unique<EventLog>();
    Survey first(*log);
    const Result<Pid> found = first.look(pid);
    if (!found)
        return found.error();
    Judgement judgement = judge(LogView(*log));
    if (hasDeadlock(judgement)) {
        auto again = std::make_unique<EventLog>();
        Survey second(*again);
        const Result<Pid> still = second.look(pid);
        if (!still)
            return still.error();
        const Judgement before = std::exchange(judgement, judge(LogView(*again)));
        if (!proved(first, second, before, judgement))
            std::erase_if(judgement.findings,
                [](const Finding& one) { return one.kind == FindingKind::Deadlock; });
        log = std::move(again);
    }
    note(*log, judgement.findings);
    return SurveyedLog { *found, std::move(log) };
}

} // namespace ipclab
