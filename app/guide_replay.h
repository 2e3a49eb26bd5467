// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab_runner.h"
#include "ipc-core/log/event_log.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

// A lab's steps at one moment.
struct StepsAtMoment {
    std::vector<StepState> steps;
    std::optional<std::size_t> current; // none: all done
    SwitchValues switches;
    Variant variant = Variant::Python;
    bool past = false; // nothing can be done about it: earlier than now, or from a file
};

std::vector<EventIndex> actionsIn(const LogView& log); // the events that a person made

// A lab's steps along a log that is known whole: as it says itself (the actions step, predict and
// answer), else, for one that was written before those were recorded, as the lab's own rules find
// them: up to the first question, for what was answered is not known then. One thread (the GUI's).
class GuideReplay {
public:
    // Of its first `end` events; `actions`: which of them a person made.
    GuideReplay(const Lab& lab, Variant variant, const EventLog& log, EventIndex end,
        const std::vector<EventIndex>& actions);

    // Looks at some further events, where the rules are needed. False: all is known.
    bool goOn(EventIndex most);
    [[nodiscard]] StepsAtMoment at(EventIndex moment) const;

private:
    struct Change {
        EventIndex after = 0; // so many events
        std::string name; // of a switch; empty: of the variant
        std::string value;
    };

    void takeAction(EventIndex index, const UserAction& action);
    [[nodiscard]] StepState* stepNamed(std::string_view id);

    const Lab m_lab;
    const Variant m_variant; // at first
    const EventLog& m_log;
    const EventIndex m_end;
    std::vector<StepState> m_steps;
    std::vector<EventIndex> m_predictedAfter; // by step
    std::vector<Change> m_changes;
    bool m_saidSteps = false;
    std::optional<LabRunner> m_rules;
    std::size_t m_nextChange = 0;
};

} // namespace ipclab
