// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab_runner.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ipclab {

// What a learner does in a lab, for the session: a `user_action` "predict" (STEP=CHOICE) for each
// choice, "step" (its id) when one is ticked, and with it "answer" (STEP=CHOICE), what the run
// showed, else what the lab says. And what they set: "variant" (python, c) when another is chosen,
// "switch" (NAME=VALUE) when one is not as it usually is, or is set anew. What happens before there
// is a session is told when it begins. One thread.
class LearnerNotes {
public:
    using Note = std::function<void(const std::string& what, const std::string& detail)>;

    void look(const LabRunner& runner); // after each thing that may have changed it
    void tell(const Note& note); // what was seen since the last time
    void forget(); // another lab, or this one from its beginning

private:
    void lookAtSettings(const LabRunner& runner);

    std::map<std::string, std::string> m_predictions; // by step, as last seen
    std::set<std::string> m_done;
    std::optional<Variant> m_variant; // as last seen
    std::optional<SwitchValues> m_switches;
    std::vector<std::pair<std::string, std::string>> m_untold;
};

} // namespace ipclab
