// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/actor.h"
#include "ipc-core/lab/lab_host.h"
#include "ipc-core/lab/lab_runner.h"
#include "ipc-core/lab/solver.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ipclab {

struct HintAt {
    std::size_t step = 0;
    std::size_t hint = 0;
};

// Hints that no solver met on its way: for each of them, takes the wrong path that the lab gives
// for it (`by`), or sets the switch that it is about, and waits until it applies. Never sleeps:
// `poll` is called as the solver's is, after the solver is done. The host outlives it. One thread.
class HintProver {
public:
    HintProver(const Lab& lab, const SolveReport& solved, LabHost& host, ProgramFolders folders);

    bool poll(const LogView& log, Nanoseconds now); // true: it is over

    [[nodiscard]] const std::vector<HintAt>& unreached() const { return m_unreached; }

private:
    enum class Phase : std::uint8_t { Begin, Act, Await, Ending };

    void begin();
    void act(Nanoseconds now);
    void await(Nanoseconds now);
    void next(bool reached);
    [[nodiscard]] bool applies() const;

    Lab m_lab;
    LabRunner m_runner;
    LabHost& m_host;
    ProgramFolders m_folders;
    Actor m_actor;
    std::vector<HintAt> m_wanted; // the last is the next
    std::vector<HintAt> m_unreached;
    Phase m_phase = Phase::Begin;
    Nanoseconds m_since = 0;
};

} // namespace ipclab
