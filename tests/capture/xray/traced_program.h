// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/xray/stdio_xray.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ipclab {

struct TracedLaunch {
    std::vector<std::string> command;
    std::vector<std::pair<std::string, std::string>> environment; // beside the test's own
    int input = -1; // descriptors of the test for 0 and 1; -1: /dev/null
    int output = -1;
};

// A real program under the smallest tracer there can be: it runs until it asks for a link under
// /ipclab-test/ and is held there, so that a test looks at it in a known state and never waits for
// time. What the Python probe says on the way goes to the X-ray. Killed with its object.
class TracedProgram {
public:
    explicit TracedProgram(const TracedLaunch& launch);
    ~TracedProgram();
    TracedProgram(const TracedProgram&) = delete;
    TracedProgram& operator=(const TracedProgram&) = delete;

    // The name of the next link under /ipclab-test/, or nothing if the program ended first.
    std::optional<std::string> runToMark();

    [[nodiscard]] Pid pid() const { return m_pid; }
    StdioXray& xray() { return m_xray; }

    // The only reading of that stream; nothing if there is none, or more than one.
    std::optional<StdioReading> stream(const std::string& name);

private:
    std::optional<std::string> linkAskedFor() const;

    Pid m_pid;
    StdioXray m_xray;
    bool m_running = true;
};

// Two descriptors of a pipe, socket pair or pseudo-terminal: the test's and the program's.
struct Ends {
    UniqueFd ours;
    UniqueFd theirs;
};
Ends pipeFromProgram();
Ends pipeToProgram(const std::string& content); // ours is closed: the program reads to the end
Ends terminal();

} // namespace ipclab
