// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/proc_maps.h"
#include "ipc-core/capture/recorder.h"
#include "ipc-core/capture/tracee.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace ipclab {

// Which processes have a piece of shared memory, or a descriptor by which they could: each could
// wake who waits for a word in it. Remembers its answers for a while, as they are dear. Capture
// thread only.
class MemorySharers {
public:
    // In a closed world only traced processes come by a name.
    MemorySharers(Recorder& recorder, Tracees& tracees, bool closedWorld);

    struct Answer {
        std::vector<Pid> pids; // of those we trace
        bool outside = false; // others may, or do
    };
    // Afresh: for a verdict. Only then all other processes are looked at, too.
    Answer of(const Mapping& shared, bool afresh);

private:
    struct Known {
        Answer answer;
        std::uint64_t made = 0;
        Nanoseconds at = 0;
        bool strangers = false;
        std::optional<Nanoseconds> strangersAt;
    };
    void lookAmongOurs(const Mapping& shared, Known& known);
    void lookAmongStrangers(const Mapping& shared, Known& known);
    // Whether one whose memory is not to be seen may have come to this, which has no name any
    // more. A name that is gone again was known to the watched: over-estimated, to all of the
    // same user that began after the first of them.
    [[nodiscard]] bool mayHaveCome(Pid pid, const Mapping& shared) const;

    Recorder& m_recorder;
    Tracees& m_tracees;
    bool m_closedWorld;
    std::uint64_t m_begin; // of the watching, in clock ticks since boot
    std::map<std::pair<std::uint64_t, std::uint64_t>, Known> m_known; // by device and inode
};

} // namespace ipclab
