// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/launch_limits.h"
#include "ipc-core/lab/lab.h"

#include <array>
#include <string>
#include <vector>

namespace ipclab {

// Where the programs of a lab are: its own folder, or a copy that the learner edits; and where
// those in C are built to.
struct ProgramFolders {
    std::string sources;
    std::string built;
};

// One program to launch. Wirings are the words of the lab format.
struct LaunchPlan {
    std::string name; // of the run
    std::vector<std::string> argv;
    // NAME=VALUE on top of our own: PYTHONUNBUFFERED, if the machine has it set, would be the cure.
    std::vector<std::string> environment;
    std::string folder; // to run it in: argv may begin with "./"
    std::array<std::string, 3> wiring; // stdin, stdout, stderr
    LaunchLimits limits {};

    bool operator==(const LaunchPlan&) const = default;
};

// What launching one run takes.
LaunchPlan launchPlan(const Lab& lab, const LabRun& run, Variant variant,
    const SwitchValues& switches, const ProgramFolders& folders);

// What Run launches, in order: all that is not for later. Programs get each switch as --name=value,
// unless it chooses a wiring; a value that has a flag of the interpreter is given as that instead.
std::vector<LaunchPlan> launchPlans(
    const Lab& lab, Variant variant, const SwitchValues& switches, const ProgramFolders& folders);

// Whether a step may launch one more beside those that live.
bool launchesLater(const Lab& lab);

// A compiler to run before the first launch in C; it prints its complaints to stderr.
struct BuildStep {
    std::vector<std::string> argv; // cc -std=c17 -Wall -Wextra -O1 -g -pthread -o OUTPUT SOURCE
    std::string source;
    std::string output; // named as the source without ".c"

    bool operator==(const BuildStep&) const = default;
};

// One for each C file of the sources folder: each is a program of its own.
std::vector<BuildStep> buildSteps(const ProgramFolders& folders);
// There is no output, or it is older than the source or than a header beside it.
bool needsBuild(const BuildStep& step);

// The programs that this machine lacks to run the lab: "cc", "python3", … Empty: all is there.
std::vector<std::string> missingPrograms(const Lab& lab, Variant variant);

} // namespace ipclab
