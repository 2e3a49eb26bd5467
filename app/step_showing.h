// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/showing_state.h"
#include "ipc-core/lab/actor.h"
#include "ipc-core/lab/lab_host.h"
#include "ipc-core/lab/lab_runner.h"

#include <cstddef>
#include <cstdint>

namespace ipclab {

class LabPresenter;

// Does the lab's current step for the learner to see: what the lab file says is to be done there,
// by what the window's own buttons do, and nothing else, so that the kernel's facts tick it. The
// presenter and the runner outlive it. GUI thread.
class StepShowing : private LabHost {
public:
    using State = ShowingState;

    StepShowing(LabPresenter& presenter, LabRunner& runner, ProgramFolders folders);

    // As far as it goes now; the runner has seen all of the log. `now`: of any steady clock, ns.
    State goOn(Nanoseconds now);
    [[nodiscard]] std::size_t step() const { return m_step; }
    // What the presenter is asked for just now comes from here, and not from a person.
    [[nodiscard]] bool acts() const { return m_acts; }

private:
    void begin();
    void launch(const std::vector<LaunchPlan>& plans) override;
    void launchBeside(const LaunchPlan& plan) override;
    void stop() override;
    void signal(Pid to, int number) override;
    void type(const std::string& run, const std::string& text) override;
    void closeInput(const std::string& run) override;
    void setReading(bool reading) override;
    void setHeld(Pid pid, bool held) override;
    void step(Pid pid, Tid thread) override;
    void setSlow(unsigned slow) override;

    LabPresenter& m_presenter;
    LabRunner& m_runner;
    const ProgramFolders m_folders;
    Actor m_actor;
    const std::size_t m_step;
    std::size_t m_action = 0; // that was next at the last look
    Nanoseconds m_since = 0; // when that began to be next
    bool m_began = false;
    bool m_done = false; // all actions are
    bool m_acts = false;
};

} // namespace ipclab
