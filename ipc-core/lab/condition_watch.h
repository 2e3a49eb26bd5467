// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/condition.h"
#include "ipc-core/lab/lab.h"
#include "ipc-core/lab/stream_target.h"
#include "ipc-core/world/world.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// One condition and what it has gathered since it began to watch. Fed every event, in order, with
// the World after it; so nothing that was true for a moment only is missed. One thread.
class ConditionWatch {
public:
    explicit ConditionWatch(Condition condition);

    void take(const World& after, const Event& event, const SwitchValues& switches);
    // Does it hold at `now`? `world` is that of the last event taken; no event lies between.
    [[nodiscard]] bool holds(
        const World& world, const SwitchValues& switches, Nanoseconds now) const;
    [[nodiscard]] bool holds(const World& world, const SwitchValues& switches) const
    {
        return holds(world, switches, world.now);
    }
    void beginAgain(const World& world, const SwitchValues& switches); // forgets what it gathered

    [[nodiscard]] const Condition& condition() const { return m_condition; }

private:
    void gather(const World& after, const Event& event);
    void noteTruth(const World& world, const SwitchValues& switches);
    [[nodiscard]] bool factHolds(const World& world, const SwitchValues& switches) const;
    [[nodiscard]] bool holdsNow(const World& world, const SwitchValues& switches) const;

    Condition m_condition;
    std::vector<StreamTarget> m_targets; // of the streams it is about; of InOrder, one for each
    std::uint64_t m_count = 0; // bytes arrived, events seen, ends that fit
    std::string m_text; // what arrived, the last of it
    bool m_wasTrue = false;
    std::optional<Nanoseconds> m_since; // it holds without a break; kept where it has to last
};

} // namespace ipclab
