// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/scripts/script_run.h"

#include "tests/capture/watched.h"

#include <algorithm>

namespace ipclab::test {

namespace {

constexpr int kPatience = 15'000; // ms, until it is said to be missed
constexpr int kProof = 80; // ms that a verdict has to hold

bool inDeadlock(const World& world)
{
    return world.finding(FindingKind::Deadlock) != nullptr;
}

std::vector<Pid> pidsIn(const World& world)
{
    std::vector<Pid> pids;
    for (const Finding& finding : world.findings) {
        if (finding.kind == FindingKind::Deadlock)
            pids.insert(pids.end(), finding.pids.begin(), finding.pids.end());
    }
    return pids;
}

// The process that each actor is in.
std::vector<Pid> processesOf(const Script& script, Watched& run)
{
    const std::vector<Pid> children = run.children();
    std::vector<Pid> pids;
    std::size_t child = 0;
    for (const Actor& actor : script)
        pids.push_back(actor.kind != Actor::Kind::Process ? run.pid()
                : child < children.size()                 ? children[child++]
                                                          : Pid {});
    return pids;
}

// Can it end so that each of these processes has an actor that never goes on?
bool explains(unsigned end, const std::vector<Pid>& actors, const std::vector<Pid>& stuck)
{
    return std::ranges::all_of(stuck, [&](Pid pid) {
        for (std::size_t i = 0; i < actors.size(); ++i) {
            if (actors[i] == pid && (end >> i & 1U) != 0)
                return true;
        }
        return false;
    });
}

std::string textOf(const std::vector<Pid>& pids)
{
    std::string text;
    for (const Pid pid : pids)
        text += ' ' + std::to_string(pid.value);
    return text;
}

} // namespace

Judged judge(const Script& script, const std::set<unsigned>& ends)
{
    std::vector<std::string> argv { tracee("script") };
    std::ranges::copy(argumentsOf(script), std::back_inserter(argv));
    Watched run(argv);
    const bool over = run.sees(
        [&](const World& world) { return inDeadlock(world) || run.capture().atRest(); }, kPatience);
    if (run.sawFinding(FindingKind::Deadlock)) {
        if (!inDeadlock(run.world()) || !run.sees(inDeadlock, 0))
            return { Judgement::False, "it ended" };
        const std::vector<Pid> stuck = pidsIn(run.world());
        if (run.sees([](const World& world) { return !inDeadlock(world); }, kProof))
            return { Judgement::False, "it went on" };
        const std::vector<Pid> actors = processesOf(script, run);
        const bool explained
            = std::ranges::any_of(ends, [&](unsigned end) { return explains(end, actors, stuck); });
        if (!explained)
            return { Judgement::False,
                "said of" + textOf(stuck) + ", the actors being" + textOf(actors) };
        return { Judgement::Found, {} };
    }
    if (over && !ends.contains(0))
        return { Judgement::Impossible, "it came to its end" };
    if (!over)
        return { ends == std::set<unsigned> { 0 } ? Judgement::Impossible : Judgement::Missed,
            "nobody moves" };
    return { Judgement::Ended, {} };
}

} // namespace ipclab::test
