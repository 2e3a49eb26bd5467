// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/story.h"

#include <string>

namespace ipclab::test {

// What the writer of delayed-output does, as its events: the start, then what depends on the mode.
inline void startWriter(Story& story, int pid, int channel, const std::string& kind)
{
    story.launch(pid, "writer", channel, kind);
}

inline void writeDelayed(Story& story, int pid, int channel)
{
    for (int bytes = 7; bytes <= 84; bytes += 7)
        story.stdio(pid, "stdout", 1, "full", bytes);
    story.moved(pid, "bytes_written", 1, channel, std::string(77, '.') + "line 12\n", "second");
    story.stdio(pid, "stdout", 1, "full", 0);
    story.tell(pid, "process_exited", R"("code":0)");
    story.moved(1, "bytes_read", 20, channel, std::string(77, '.') + "line 12\n", "first");
    story.moved(1, "bytes_read", 20, channel, "", "first");
    story.tell(pid, "process_reaped", R"("by":1)");
}

inline void writeAtOnce(Story& story, int pid, int channel, const std::string& mode)
{
    for (const char* const line : { "line 1\n", "line 2\n", "line 3\n" }) {
        story.stdio(pid, "stdout", 1, mode, 7);
        story.moved(pid, "bytes_written", 1, channel, line, "second");
        story.stdio(pid, "stdout", 1, mode, 0);
        story.moved(1, "bytes_read", 20, channel, line, "first");
    }
}

inline void endWriter(Story& story, int pid)
{
    story.tell(pid, "process_exited", R"("signal":"SIGTERM")");
    story.tell(pid, "process_reaped", R"("by":1)");
}

} // namespace ipclab::test
