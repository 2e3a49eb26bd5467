// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/xray/code_place.h"
#include "ipc-core/capture/xray/memory_batch.h"

#include <memory>
#include <optional>

namespace ipclab {

// Where a thread stands: what is needed to find its callers.
struct StandingPlace {
    Address instruction = 0;
    Address stack = 0;
};

// As /proc says of a thread that is in a call or stopped, proc_pid_syscall(5). Nothing while it
// runs.
std::optional<StandingPlace> standingPlace(Pid pid, Tid tid);

// The lines that the threads of one program are in, by the tables that the compiler put into its
// files (-g, and .eh_frame for the way out of the libraries). One object for each address space;
// opens the files it needs and keeps them open. For the capture thread only.
class NativeLines {
public:
    NativeLines();
    ~NativeLines();
    NativeLines(NativeLines&&) noexcept;
    NativeLines& operator=(NativeLines&&) noexcept;

    // The innermost that is in no library of the system, while the thread stands still. Nothing
    // where a caller cannot be told, a file is not the one that runs, or has no table.
    [[nodiscard]] std::optional<CodePlace> line(Pid pid, Tid tid, const StandingPlace& place);

private:
    struct Files;
    std::unique_ptr<Files> m_files;
};

} // namespace ipclab
