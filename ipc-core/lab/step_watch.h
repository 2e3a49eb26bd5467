// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/condition_watch.h"
#include "ipc-core/lab/lab.h"
#include "ipc-core/lab/stream_target.h"
#include "ipc-core/world/world.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// All that one step has to be watched for: what it expects, which hints apply, what the run answers
// to its question, what its actions wait for. Fed every event since the step began. One thread.
class StepWatch {
public:
    StepWatch(const LabStep& step, const World& world, const SwitchValues& switches);

    void beginAgain(const World& world, const SwitchValues& switches);
    void take(const World& after, const Event& event, const SwitchValues& switches);
    [[nodiscard]] bool needsTime() const { return m_needsTime; } // something has to last

    // At `now`, with no event between that of `world` and it.
    [[nodiscard]] std::vector<bool> expectations(
        const World& world, const SwitchValues& switches, Nanoseconds now) const;
    [[nodiscard]] bool seen(
        const World& world, const SwitchValues& switches, Nanoseconds now) const;
    [[nodiscard]] std::vector<bool> hints(
        const World& world, const SwitchValues& switches, Nanoseconds now) const;
    [[nodiscard]] bool waitIsOver(std::size_t action, const World& world,
        const SwitchValues& switches, Nanoseconds now) const;
    // The choice that the run makes right; several, with commas, if the facts do not decide; empty:
    // they do not say.
    [[nodiscard]] std::string shown(
        const World& world, const SwitchValues& switches, Nanoseconds now) const;

private:
    template <typename Use> void forEach(Use use);

    std::optional<Ask> m_ask;
    std::vector<ConditionWatch> m_expect;
    std::vector<std::optional<ConditionWatch>> m_hints; // one that always applies has none
    std::map<std::size_t, ConditionWatch> m_waits; // by the action's index
    std::map<std::string, ConditionWatch> m_shows; // by choice
    std::optional<StreamTarget> m_asked; // of a question about a stream
    bool m_needsTime = false;
};

} // namespace ipclab
