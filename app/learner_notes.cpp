// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/learner_notes.h"

#include <utility>

namespace ipclab {

void LearnerNotes::lookAtSettings(const LabRunner& runner)
{
    const Variant before = std::exchange(m_variant, runner.variant()).value_or(runner.variant());
    if (before != runner.variant())
        m_untold.emplace_back("variant", name(runner.variant()));
    if (!m_switches)
        m_switches = defaultSwitches(runner.lab());
    for (const auto& [name, value] : runner.switches()) {
        std::string& known = (*m_switches)[name];
        if (std::exchange(known, value) != value)
            m_untold.emplace_back("switch", name + "=" + value);
    }
}

void LearnerNotes::look(const LabRunner& runner)
{
    lookAtSettings(runner);
    for (std::size_t i = 0; i < runner.lab().steps.size(); ++i) {
        const LabStep& step = runner.lab().steps[i];
        const StepState& state = runner.step(i);
        std::string& predicted = m_predictions[step.id];
        if (state.prediction != predicted && !state.prediction.empty())
            m_untold.emplace_back("predict", step.id + "=" + state.prediction);
        predicted = state.prediction;
        if (!state.done || !m_done.insert(step.id).second)
            continue;
        m_untold.emplace_back("step", step.id);
        if (step.ask)
            m_untold.emplace_back(
                "answer", step.id + "=" + (state.shown.empty() ? answer(*step.ask) : state.shown));
    }
}

void LearnerNotes::tell(const Note& note)
{
    for (const auto& [what, detail] : m_untold)
        note(what, detail);
    m_untold.clear();
}

void LearnerNotes::forget()
{
    *this = {};
}

} // namespace ipclab
