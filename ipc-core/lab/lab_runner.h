// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab.h"
#include "ipc-core/lab/lab_host.h"
#include "ipc-core/lab/step_watch.h"
#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

struct StepState {
    bool done = false; // once seen, it stays so
    EventIndex seenAfter = 0; // how many events of the log it took
    Nanoseconds seenAt = 0; // time in the log
    std::string prediction; // empty: none yet
    std::string shown; // the answer that the run gave, where the facts say it; empty: they do not
    bool demonstrated = false; // done for the learner to see, not by the learner

    bool operator==(const StepState&) const = default;
};

// A lab as one learner goes through it: which switches are set, what was predicted, which steps are
// done. Reads one log, event by event, so that its verdict is the same however late it looks; acts
// only through `perform`. The steps are done in order. One thread (the GUI's).
//
// A step begins when the one before it is done; if it asks, when it was predicted. It begins again
// with each launch; if it asks to run, only what follows a launch counts.
class LabRunner {
public:
    LabRunner(Lab lab, Variant variant);

    [[nodiscard]] const Lab& lab() const { return m_lab; }
    [[nodiscard]] Variant variant() const { return m_variant; }
    void setVariant(Variant variant) { m_variant = variant; }

    [[nodiscard]] const SwitchValues& switches() const { return m_switches; }
    bool setSwitch(const std::string& name, const std::string& value); // false: no such value

    static constexpr EventIndex kMostEventsAtOnce = 100'000; // for who has no frame to keep to
    // Takes at most `most` further events into account. Returns how many it took. `now` is of any
    // steady clock, in nanoseconds: by it, what has to last goes on while no event comes.
    EventIndex update(const LogView& log, EventIndex most, Nanoseconds now = 0);
    [[nodiscard]] bool needsTime() const; // something of the current step has to last
    [[nodiscard]] const World& world() const { return m_world; } // after the events taken

    [[nodiscard]] std::optional<std::size_t> current() const; // index of the step; none: all done
    [[nodiscard]] const StepState& step(std::size_t index) const { return m_steps.at(index); }
    // Which of a step's hints applied at some moment.
    [[nodiscard]] const std::vector<bool>& reachedHints(std::size_t step) const
    {
        return m_reached.at(step);
    }
    [[nodiscard]] bool needsPrediction() const; // the current step waits for one
    // Of the current step. False: it does not ask, or there is no such choice, or its run is seen
    // already.
    bool predict(const std::string& choice);
    [[nodiscard]] bool runBegan() const { return m_runBegan; } // of the current step
    [[nodiscard]] const SwitchValues& ranWith() const { return m_ranWith; } // that run
    [[nodiscard]] std::size_t launches() const
    {
        return m_launches;
    } // programs, since the log began

    // The current step is done by somebody else from now on, or is not: then it is the learner's,
    // as it was. Asks for no prediction meanwhile. False: there is no step to be done.
    bool demonstrate(bool on);

    // Of the current step: which of its expectations hold now; the names of the hints that apply;
    // whether what that action waits for is so.
    [[nodiscard]] std::vector<bool> expectations() const;
    [[nodiscard]] std::vector<std::string> hints() const;
    [[nodiscard]] bool waitIsOver(std::size_t action) const;

    // Goes to a step as if those before it had been seen, predicts what is right there, and lets
    // its actions be others.
    void skipTo(std::size_t step, std::vector<Action> actions);

    // The same lab, changed while it is done: steps that were seen stay so, by their id, and the
    // others follow. `sameSteps`: only words or programs changed, and the step now goes on.
    void replaceLab(Lab lab, bool sameSteps);

    void reset(); // from the first step, with the switches as at first; the log goes on

private:
    void take(const Event& event);
    void enterStep();
    void passDoneSteps();
    void tickIfSeen(Nanoseconds now);
    void noteHints(Nanoseconds now);
    [[nodiscard]] bool beginsRun(const Event& event) const;

    Lab m_lab;
    Variant m_variant;
    SwitchValues m_switches;
    std::vector<StepState> m_steps;
    std::vector<std::vector<bool>> m_reached; // by step and hint
    World m_world;
    std::size_t m_current = 0;
    std::optional<StepWatch> m_watch; // of the current step
    std::size_t m_launches = 0;
    bool m_runBegan = false;
    SwitchValues m_ranWith;
    bool m_launchAsked = true; // nothing was launched since a run was asked for
    bool m_asksAreSaid = false; // the log says when a run is asked for
    Nanoseconds m_now = 0; // in the log's time
    Nanoseconds m_lookedAt = 0; // in the clock of `update`, when the last event was taken
};

// Does what a step asks for. False: it cannot be done now (no such process lives), or is a wait.
bool perform(const Action& action, LabRunner& runner, LabHost& host, const ProgramFolders& folders);

} // namespace ipclab
