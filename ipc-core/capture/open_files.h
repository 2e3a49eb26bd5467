// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <compare>
#include <cstdint>
#include <map>
#include <vector>

namespace ipclab {

// Numbers the open files behind descriptors of which the kernel tells nothing but whether two are
// of one open file, and in what order different ones are, kcmp(2): each is found among many by few
// questions. Bounded: when it is full it begins anew. Any one thread that may trace the processes.
class OpenFiles {
public:
    struct Place { // a descriptor of a process
        Pid pid;
        int fd = -1;
        auto operator<=>(const Place&) const = default;
    };
    struct Found {
        std::uint64_t number = 0; // the same for all descriptors of one open file
        bool compared = true; // else that is refused: it is only known to be the same as itself
    };

    Found find(Place place);
    // It was closed: what has its place next is another file.
    void forget(Place place);

private:
    struct Entry {
        Place place;
        std::uint64_t number = 0;
    };

    std::vector<Entry> m_sorted; // as kcmp(2) has it
    std::map<Place, std::uint64_t> m_uncompared;
    std::uint64_t m_last = 0;
};

} // namespace ipclab
