// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/xray/python_search.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace ipclab {

// Looks for the Pythons of programs that no probe speaks in, python_search.h, beside the thread
// that asks: of a large one that takes some tenths of a second, for which nobody shall stand still.
// A Python that is about to begin has no streams yet, so it looks a few times. For one thread,
// which never waits here; the destructor, for as long as a MiB takes to be read.
class PythonFinder {
public:
    struct Found {
        Pid pid;
        std::uint64_t memory = 0;
        FoundPython python;
    };

    // From that time on; `memory` tells its address space from others that it has had.
    void want(Pid pid, std::uint64_t memory, Nanoseconds from);
    // What is not found of the one yet, is wanted of its copy, too.
    void forked(Pid maker, Pid child, std::uint64_t memory, Nanoseconds now);
    // Now and again: what was found since.
    std::vector<Found> take(Nanoseconds now);

private:
    struct Wanted {
        std::uint64_t memory = 0;
        Nanoseconds from = 0;
        unsigned looks = 0;
        bool asked = false;
    };
    struct Answer {
        Pid pid;
        std::uint64_t memory = 0;
        std::optional<FoundPython> python;
    };

    void ask(Pid pid, std::uint64_t memory);
    void work(const std::stop_token& stop);

    std::map<Pid, Wanted> m_wanted;
    std::mutex m_mutex; // of what follows
    std::condition_variable_any m_asked;
    std::deque<Answer> m_questions; // without a python
    std::vector<Answer> m_answers;
    std::jthread m_thread; // last: it uses what is above; begins when there is something to do
};

} // namespace ipclab
