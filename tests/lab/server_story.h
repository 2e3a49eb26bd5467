// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/condition_reader.h"
#include "ipc-core/lab/condition_watch.h"
#include "tests/lab/story.h"

#include <optional>
#include <string>
#include <utility>

namespace ipclab::test {

inline Problems problemsOf(const std::string& toml, std::optional<Condition>& condition)
{
    Problems problems;
    const auto document = parseToml("it = " + toml, "lab.toml", problems);
    if (!document)
        qFatal("no TOML: %s", toml.c_str());
    condition
        = readCondition(document->table()->front().node, Lab {}, ProblemList("lab.toml", problems));
    return problems;
}

inline Condition conditionOf(const std::string& toml)
{
    std::optional<Condition> condition;
    if (!problemsOf(toml, condition).empty() || !condition)
        qFatal("no condition: %s", toml.c_str());
    return *condition;
}

inline World worldOf(const Story& story)
{
    World world;
    const LogView log(story.log());
    for (EventIndex i = 0; i < log.size(); ++i)
        apply(world, log[i]);
    return world;
}

// Watched from event `since` on; asked `later` nanoseconds after the last event.
inline bool holdsAfter(
    const std::string& toml, const Story& story, EventIndex since = 0, Nanoseconds later = 0)
{
    ConditionWatch watch(conditionOf(toml));
    World world;
    const LogView log(story.log());
    for (EventIndex i = 0; i < log.size(); ++i) {
        apply(world, log[i]);
        if (i == since)
            watch.beginAgain(world, {});
        if (i >= since)
            watch.take(world, log[i], {});
    }
    return watch.holds(world, {}, world.now + later);
}

// Two launched clients of one program, and a server that made two children and a thread. The pipe 3
// leads from the second child to the first; the server holds its write end, too.
inline void tellServer(Story& story)
{
    for (const auto& [pid, run] : { std::pair { 20, "ana" }, { 21, "ben" }, { 10, "server" } }) {
        story.tell(
            pid, "process_started", std::string(R"("ppid":1,"by":"launch","run":")") + run + "\"");
        const std::string program = pid == 10 ? "server" : "client";
        story.tell(pid, "program_executed",
            R"("path":"/x/)" + program + R"(","argv":["./)" + program + "\"]");
    }
    story.tell(10, "channel_created", R"("channel":3,"kind":"pipe","name":"pipe:[7]")");
    story.tell(10, "descriptor_opened", R"("fd":4,"channel":3,"access":"w","end":"second")");
    story.tell(11, "process_started", R"("ppid":10,"by":"fork")");
    story.tell(11, "descriptor_closed", R"("fd":4)");
    story.tell(11, "descriptor_opened", R"("fd":3,"channel":3,"access":"r","end":"first")");
    story.tell(12, "process_started", R"("ppid":10,"by":"fork")");
    story.tell(R"("pid":10,"tid":15,"event":"thread_started")");
    story.tell(10, "channel_level", R"("channel":3,"end":"first","bytes":100,"capacity":65536)");
    story.tell(11, "signal_action_set", R"("signal":"SIGUSR1","action":"handler")");
    story.tell(11, "signal_action_set", R"("signal":"SIGHUP","action":"ignore")");
    story.tell(11, "signal_mask_set", R"("blocked":["SIGUSR1"])");
    story.tell(10, "signal_sent", R"("to":11,"signal":"SIGUSR1")");
}

} // namespace ipclab::test
