// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/actor.h"
#include "ipc-core/lab/lab_host.h"
#include "ipc-core/lab/lab_runner.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace ipclab {

// What came of one step, as facts.
struct StepReport {
    enum class Outcome : std::uint8_t {
        NotTried, // an earlier one was not seen
        Seen,
        NotSeen, // the deadline passed; `unmet` says which conditions were false then
        CannotDo, // an action had no living process to act on; `action` is its index
        WaitEnded, // a wait's condition did not come true in time; `action` is its index
    };

    std::string id;
    Outcome outcome = Outcome::NotTried;
    bool heldBefore = false; // all of `expect` was true before anything was done: it proves nothing
    std::string answer; // what the lab says is right; empty: it does not ask
    std::string shown; // what the run showed; empty: the facts do not say
    Nanoseconds seenAt = 0; // time in the log
    std::vector<std::size_t> unmet; // indices into `expect`
    std::vector<bool> reached; // which of its hints applied on the way
    std::size_t action = 0;

    [[nodiscard]] bool rightAnswer() const { return shown == answer; }
};

struct SolveReport {
    Variant variant = Variant::C;
    std::vector<StepReport> steps;
    std::vector<Pid> leftBehind; // still living long after the end

    [[nodiscard]] bool solved() const; // every step was seen, and nothing is left behind
    // Solved, and the lab itself is right: no step held before, and every question was answered by
    // facts, as the lab says. Its hints are another proof, hint_prover.h.
    [[nodiscard]] bool proved(const Lab& lab) const;
};

// Goes through a lab as a learner who knows the answers: predicts, does what each step asks for,
// and waits until it is seen. Never sleeps: the program's event loop calls `poll` (10 to 50 times a
// second) until it returns true. The runner and the host outlive it. One thread.
class Solver {
public:
    struct Deadlines { // in nanoseconds of the clock given to `poll`
        Nanoseconds step = 15 * kSecond; // from its last action until it is seen
        Nanoseconds end = 5 * kSecond; // from the last stop until nothing lives
    };

    Solver(LabRunner& runner, LabHost& host, ProgramFolders folders, Deadlines deadlines);
    Solver(LabRunner& runner, LabHost& host, ProgramFolders folders)
        : Solver(runner, host, std::move(folders), Deadlines {})
    {
    }

    // Takes the log as far as it goes and does the next thing. `now` is of any steady clock.
    // True: it is over, and the report is complete.
    bool poll(const LogView& log, Nanoseconds now);

    [[nodiscard]] const SolveReport& report() const { return m_report; }

private:
    enum class Phase : std::uint8_t { Begin, Act, Await, Ending, Over };

    void begin();
    void act(Nanoseconds now);
    void await(Nanoseconds now);
    void endAll(Nanoseconds now);
    void fail(StepReport::Outcome outcome, Nanoseconds now);
    void finish(Nanoseconds now);
    [[nodiscard]] std::vector<Pid> living() const;

    LabRunner& m_runner;
    LabHost& m_host;
    ProgramFolders m_folders;
    Deadlines m_deadlines;
    Actor m_actor;
    SolveReport m_report;
    Phase m_phase = Phase::Begin;
    std::size_t m_step = 0;
    Nanoseconds m_since = 0; // when the last thing was done
};

} // namespace ipclab
