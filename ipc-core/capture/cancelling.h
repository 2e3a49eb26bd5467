// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <cstdint>
#include <map>
#include <utility>

namespace ipclab {

// Whether the threads of a process could cancel one another, pthread_cancel(3), which ends a wait
// for another's end. glibc has a handler of its own for it only once that was done: so it is asked
// who could, by its name in the program or in one of its libraries. Capture thread only.
class Cancelling {
public:
    // What cannot be read may name it. Reads each file once: a millisecond for some megabytes.
    bool mayHappenIn(Pid pid);

private:
    std::map<std::pair<std::uint64_t, std::uint64_t>, bool> m_known; // by device and inode
};

} // namespace ipclab
