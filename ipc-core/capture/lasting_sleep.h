// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/tracee.h"
#include "ipc-core/events/finding.h"

#include <vector>

namespace ipclab {

// For how long the processes of a finding have slept though they could have gone on: what a busy
// machine made them, or us, wait for a processor is no part of it. Capture thread only.
class LastingSleep {
public:
    explicit LastingSleep(const Tracees& tracees)
        : m_tracees(tracees)
    {
    }

    // Asked at each look that finds it: they all sleep, and have for that long. The time counts
    // from the first time it was asked, or from `since` if that is later.
    bool lasts(const Finding& finding, Nanoseconds now, Nanoseconds atLeast);
    void forgetAllBut(const std::vector<Finding>& found, Nanoseconds now);

private:
    struct Noticed {
        Finding finding;
        Nanoseconds at = 0;
        Nanoseconds delayed = 0; // until then, as delayOf() says
    };

    [[nodiscard]] bool allSleep(const Finding& finding) const;

    const Tracees& m_tracees;
    std::vector<Noticed> m_noticed;
};

} // namespace ipclab
