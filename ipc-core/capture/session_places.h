// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/wait_facts.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ipclab {

// Which names nobody but the watched processes uses.
struct Seclusion {
    std::string folder; // FIFOs at any depth below it; empty: none
    bool closedWorld = false; // all names: so the person has promised
};

// Whether what this thread of the process is opening is a FIFO that only watched processes open.
// Looks behind its name without opening it, as open(2) has it of O_PATH. What cannot be told for
// sure (another mount namespace, a link of /proc on the way, a second name) is no.
bool isOpenedByOursOnly(const Seclusion& seclusion, Pid pid, Tid tid, const OpenFacts& opening);
// The FIFO that it is opening, whoever else may. Nobody is asked for what the kernel does not know
// yet: then it is none.
struct FifoPlace {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::string name; // empty: names mean other files to it
};
std::optional<FifoPlace> fifoBehind(Pid pid, Tid tid, const OpenFacts& opening);
// So of a FIFO that is open there: or no name leads to it any more.
bool isOpenedByOursOnly(const Seclusion& seclusion, Pid pid, Tid tid, int fd);

} // namespace ipclab
