// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab_host.h"
#include "ipc-core/lab/lab_runner.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace ipclab {

// Does the actions of the runner's step one after another, and waits where they say so. After a
// launch it goes on when the programs have started: what follows is meant for them. One thread.
class Actor {
public:
    enum class State : std::uint8_t { Done, Waiting, Cannot };

    Actor(LabRunner& runner, LabHost& host, const ProgramFolders& folders)
        : m_runner(runner)
        , m_host(host)
        , m_folders(folders)
    {
    }

    void begin(std::size_t step);
    // As far as it goes now. Waiting: to be asked again. Cannot: no such process lives.
    State goOn();
    [[nodiscard]] std::size_t action() const
    {
        return m_action;
    } // which is next, or cannot be done

private:
    // Whether it is over; asks for a call to be let go where one is due.
    bool stepOn(const DoStep& action);
    [[nodiscard]] std::size_t launchedBy(const Action& action) const;

    LabRunner& m_runner;
    LabHost& m_host;
    const ProgramFolders& m_folders;
    std::size_t m_step = 0;
    std::size_t m_action = 0;
    std::size_t m_launches = 0; // that there have to be before the next action
    std::optional<Nanoseconds> m_stepped; // since when the thread stood that was let go last
};

} // namespace ipclab
