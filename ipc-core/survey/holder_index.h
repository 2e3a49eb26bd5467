// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/link_name.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace ipclab {

// Who holds what, on the whole machine, by one pass over /proc/PID/fd with nothing but readlink(2):
// no descriptor is opened or looked behind. A value; any thread.
class HolderIndex {
public:
    struct Place {
        Pid pid;
        int fd = -1;
    };

    static HolderIndex ofThisMoment();

    [[nodiscard]] std::vector<Place> holders(LinkKind kind, std::uint64_t number) const;
    [[nodiscard]] std::vector<Place> holders(LinkKind kind) const;
    // Those whose descriptors may not be seen. Threads of the kernel have none.
    [[nodiscard]] const std::vector<Pid>& unreadable() const { return m_unreadable; }
    [[nodiscard]] const std::vector<Pid>& processes() const { return m_processes; } // all
    [[nodiscard]] bool cut() const { return m_cut; } // there was more than we remember

private:
    struct Entry {
        LinkKind kind = LinkKind::Other;
        std::uint64_t number = 0;
        Place place;
    };
    void addProcess(int proc, const char* name);
    // How many there were; nothing: they may not be seen.
    std::optional<std::size_t> addDescriptors(int proc, const char* path, Pid pid);

    std::vector<Entry> m_entries; // by kind and number
    std::vector<Pid> m_unreadable;
    std::vector<Pid> m_processes;
    bool m_cut = false;
};

} // namespace ipclab
