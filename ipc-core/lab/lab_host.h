// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/lab/launch_plan.h"

#include <string>
#include <vector>

namespace ipclab {

// Who really runs a lab's programs. Every call returns at once; what came of it is read in the log.
class LabHost {
public:
    LabHost() = default;
    LabHost(const LabHost&) = delete;
    LabHost& operator=(const LabHost&) = delete;
    virtual ~LabHost() = default;

    // Ends what still lives of an earlier launch, waits for that, then launches; in C it builds
    // first what needsBuild. A failure is the host's to tell, and nothing will be seen.
    virtual void launch(const std::vector<LaunchPlan>& plans) = 0;
    virtual void launchBeside(const LaunchPlan& plan) = 0; // one more; what lives goes on
    virtual void stop() = 0; // ends all that lives
    virtual void signal(Pid to, int number) = 0;
    virtual void type(const std::string& run, const std::string& text) = 0; // to its stdin
    virtual void closeInput(const std::string& run) = 0;
    virtual void setReading(bool reading) = 0; // of all ends that we hold
    // As in Capture: nobody is all, and what is launched after that.
    virtual void setHeld(Pid pid, bool held) = 0;
    virtual void step(Pid pid, Tid thread) = 0;
    virtual void setSlow(unsigned slow) = 0;
};

} // namespace ipclab
