// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/xray/libc_symbols.h"
#include "ipc-core/capture/xray/memory_batch.h"
#include "ipc-core/capture/xray/stdio_reading.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

namespace ipclab {

// The FILEs of a process that runs with glibc, as its list _IO_list_all has them. Owned by a
// StdioXray and used by its thread only.
class GlibcStreams {
public:
    // Finds glibc, if it is not known and the time has come to look for it again.
    void look(Pid pid);
    // A library may have been mapped just now: the next look is not to be put off.
    void lookAgain() { m_nextLook = {}; }
    // Asks for all that was there the last time; take() gets what is new.
    void ask(MemoryBatch& batch);
    [[nodiscard]] bool isKnown() const { return m_libc.has_value(); }
    // Is there a FILE for the descriptor of which the buffer was never used?
    [[nodiscard]] bool isUnused(int fd) const;
    void take(Pid pid, const MemoryBatch& batch, std::vector<StdioReading>& readings);

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] const char* nameOf(Address file) const;
    [[nodiscard]] std::vector<std::byte> copyOf(
        Pid pid, const MemoryBatch& batch, Address file) const;

    std::optional<LibcSymbols> m_libc;
    std::vector<Address> m_files; // the list as last seen
    std::vector<int> m_unused;
    std::size_t m_head = 0; // number in the batch of the list's head; the files follow it
    Clock::time_point m_nextLook {};
    Clock::duration m_wait {};
};

} // namespace ipclab
