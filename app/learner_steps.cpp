// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/learner_steps.h"

#include <algorithm>
#include <string_view>

namespace ipclab {

namespace {

class StepsFound {
public:
    std::vector<LearnerStep> steps;

    void take(const UserAction& action, Nanoseconds at)
    {
        if (action.what == "step") {
            if (LearnerStep* const step = named(action.detail); step && !step->doneAt)
                step->doneAt = at;
            return;
        }
        if (action.what == "show") {
            if (LearnerStep* const step = named(action.detail); step && !step->doneAt)
                step->demonstrated = true;
            return;
        }
        const std::size_t equals = action.detail.find('=');
        if (equals == std::string_view::npos
            || (action.what != "predict" && action.what != "answer"))
            return;
        LearnerStep* const step = named(action.detail.substr(0, equals));
        const std::string_view choice = action.detail.substr(equals + 1);
        if (!step)
            return;
        if (action.what == "answer") {
            if (step->answer.empty())
                step->answer = choice;
            return;
        }
        if (step->first.empty())
            step->first = choice;
        step->last = choice;
    }

private:
    LearnerStep* named(std::string_view id)
    {
        const auto found = std::ranges::find(steps, id, &LearnerStep::id);
        if (found != steps.end())
            return &*found;
        if (id.empty() || steps.size() >= kMostLearnerSteps)
            return nullptr;
        return &steps.emplace_back(LearnerStep { std::string(id), {}, {}, {}, {}, {} });
    }
};

} // namespace

std::optional<bool> LearnerStep::rightAtFirst() const
{
    if (first.empty() || answer.empty())
        return std::nullopt;
    std::string_view rest = answer;
    for (;;) {
        const std::size_t comma = rest.find(',');
        if (rest.substr(0, comma) == first)
            return true;
        if (comma == std::string_view::npos)
            return false;
        rest.remove_prefix(comma + 1);
    }
}

std::vector<LearnerStep> learnerSteps(const LogView& log)
{
    StepsFound found;
    for (EventIndex i = 0; i < log.size(); ++i) {
        if (const auto* const action = std::get_if<UserAction>(&log[i].body))
            found.take(*action, log[i].at);
    }
    return std::move(found.steps);
}

std::vector<std::string> variantsIn(const LogView& log, const std::string& first)
{
    constexpr std::size_t kMost = 8;
    std::vector<std::string> variants;
    std::string chosen = first;
    for (EventIndex i = 0; i < log.size() && variants.size() < kMost; ++i) {
        const auto* const action = std::get_if<UserAction>(&log[i].body);
        if (!action)
            continue;
        if (action->what == "variant")
            chosen = action->detail;
        if (action->what != "run" && action->what != "start")
            continue;
        std::erase(variants, chosen);
        variants.push_back(chosen);
    }
    return variants.empty() ? std::vector { chosen } : variants;
}

} // namespace ipclab
