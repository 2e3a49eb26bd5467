// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/result.h"
#include "ipc-core/events/finding.h"
#include "ipc-core/log/event_log.h"

#include <functional>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace ipclab {

// What is the matter according to a log, and who can never go on if that is right.
struct Judgement {
    std::vector<Finding> findings;
    std::set<std::pair<Pid, Tid>> stuck; // the threads; others of their processes may run
    // Their processes, but for those that wait only for locks in memory: what these wait for may be
    // held by somebody who cannot be seen.
    std::set<Pid> reliant;
    bool atEventfd = false; // one of them waits at an eventfd(2)
};
using Judge = std::function<Judgement(const LogView&)>;

struct SurveyedLog {
    Pid pid; // the process: of a thread, too
    std::unique_ptr<EventLog> log;
};

// Looks at a process, and a second time where a deadlock is suspected. It is said in the log
// (finding_began) only if both looks find it, no thread of it moved in between, and nothing else
// could wake one: a timer, a signal, a holder that cannot be seen. Where the two differ, as others
// run and wait meanwhile, it looks on a few times. Errors as of Survey::look.
Result<SurveyedLog> lookTwice(Pid pid, const Judge& judge);

} // namespace ipclab
