// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/launch_plan.h"

#include "ipc-core/lab/lab_files.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <variant>

namespace ipclab {

namespace fs = std::filesystem;

namespace {

void addSwitches(
    const Lab& lab, Variant variant, const SwitchValues& switches, std::vector<std::string>& argv)
{
    for (const LabSwitch& one : lab.switches) {
        const auto chosen = switches.find(one.name);
        const std::string& value = chosen == switches.end() ? one.values.front() : chosen->second;
        const auto flag = one.pythonFlags.find(value);
        if (one.wiresOnly)
            continue;
        if (variant == Variant::Python && flag != one.pythonFlags.end())
            argv.insert(argv.begin() + 1, flag->second);
        else
            argv.push_back("--" + one.name + "=" + value);
    }
}

std::string wordOf(const WiringChoice& choice, const SwitchValues& switches)
{
    const auto chosen = switches.find(choice.bySwitch);
    return chosen == switches.end() ? choice.word : chosen->second;
}

// As execvp(3) looks for it.
bool isOnPath(const std::string& program)
{
    const char* const path = std::getenv("PATH");
    std::string_view rest = path ? path : "/usr/bin:/bin";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        const std::string file = std::string(rest.substr(0, end)) + "/" + program;
        if (isFile(file) && ::access(file.c_str(), X_OK) == 0)
            return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

} // namespace

LaunchPlan launchPlan(const Lab& lab, const LabRun& run, Variant variant,
    const SwitchValues& switches, const ProgramFolders& folders)
{
    LaunchPlan plan;
    plan.name = run.name;
    plan.argv = run.argv.at(static_cast<std::size_t>(variant));
    if (run.takesSwitches)
        addSwitches(lab, variant, switches, plan.argv);
    plan.environment = { "PYTHONUNBUFFERED=" }; // empty is as unset, says python3(1)
    plan.folder = variant == Variant::C ? folders.built : folders.sources;
    for (std::size_t stream = 0; stream < plan.wiring.size(); ++stream)
        plan.wiring.at(stream) = wordOf(run.stdio.at(stream), switches);
    return plan;
}

std::vector<LaunchPlan> launchPlans(
    const Lab& lab, Variant variant, const SwitchValues& switches, const ProgramFolders& folders)
{
    std::vector<LaunchPlan> plans;
    for (const LabRun& run : lab.runs) {
        if (!run.later)
            plans.push_back(launchPlan(lab, run, variant, switches, folders));
    }
    return plans;
}

bool launchesLater(const Lab& lab)
{
    const auto launchesOne = [](const Action& action) {
        const auto* const run = std::get_if<DoRun>(&action);
        return run && !run->only.empty();
    };
    const auto stepDoes = [&](const LabStep& step) {
        return std::ranges::any_of(step.actions, launchesOne)
            || std::ranges::any_of(step.hints,
                [&](const Hint& hint) { return std::ranges::any_of(hint.by, launchesOne); });
    };
    return std::ranges::any_of(lab.runs, &LabRun::later)
        || std::ranges::any_of(lab.steps, stepDoes);
}

std::vector<BuildStep> buildSteps(const ProgramFolders& folders)
{
    std::vector<BuildStep> steps;
    for (const std::string& file : filesEndingWith(folders.sources, ".c")) {
        BuildStep step;
        step.source = (fs::path(folders.sources) / file).string();
        step.output = (fs::path(folders.built) / fs::path(file).stem()).string();
        step.argv = { "cc", "-std=c17", "-Wall", "-Wextra", "-O1", "-g", "-pthread", "-o",
            step.output, step.source };
        steps.push_back(std::move(step));
    }
    return steps;
}

bool needsBuild(const BuildStep& step)
{
    std::error_code error;
    const auto built = fs::last_write_time(step.output, error);
    if (error)
        return true;
    const auto hasChanged = [&](const fs::path& file) {
        const auto changed = fs::last_write_time(file, error);
        return error || changed >= built;
    };
    if (hasChanged(step.source))
        return true;
    const fs::path folder = fs::path(step.source).parent_path();
    const std::vector<std::string> headers = filesEndingWith(folder.string(), ".h");
    return std::ranges::any_of(
        headers, [&](const std::string& header) { return hasChanged(folder / header); });
}

std::vector<std::string> missingPrograms(const Lab& lab, Variant variant)
{
    std::vector<std::string> missing;
    const auto need = [&](const std::string& program) {
        if (!isOnPath(program) && std::ranges::find(missing, program) == missing.end())
            missing.push_back(program);
    };
    if (variant == Variant::C && !lab.cSources.empty())
        need("cc");
    for (const LabRun& run : lab.runs) {
        const std::string& program = run.argv.at(static_cast<std::size_t>(variant)).front();
        if (program.find('/') == std::string::npos)
            need(program);
    }
    return missing;
}

} // namespace ipclab
