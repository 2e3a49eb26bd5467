// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/xray/memory_batch.h"
#include "ipc-core/capture/xray/stdio_reading.h"

#include <array>
#include <optional>
#include <vector>

namespace ipclab {

// std::cin, std::cout and std::clog of a program that uses libstdc++, where they have buffers of
// their own: after std::ios_base::sync_with_stdio(false). As long as they share those of stdio they
// are absent here. The streams that a program makes itself (std::ofstream) lie anywhere: unknown.
// Owned by a StdioXray and used by its thread only.
class CppStreams {
public:
    // To be called when glibc is found: by then the loader has mapped libstdc++, or never will.
    void look(Pid pid);
    [[nodiscard]] bool isUsed() const { return m_used; }
    void take(Pid pid, std::vector<StdioReading>& readings);

private:
    struct Known {
        const char* name = "";
        Address object = 0;
        Address buffer = 0; // where the pointer to its streambuf is; 0 before it is constructed
    };
    bool locate(Pid pid, Known& stream) const;
    bool isFilebuf(Pid pid, Address table);
    [[nodiscard]] std::optional<StdioReading> read(Pid pid, const Known& stream);

    bool m_looked = false;
    bool m_used = false;
    std::vector<Address> m_filebufs; // what objects of those classes begin with, as found so far
    std::array<Known, 3> m_streams {};
};

} // namespace ipclab
