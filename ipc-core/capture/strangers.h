// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/channel_table.h"
#include "ipc-core/capture/link_name.h"
#include "ipc-core/capture/recorder.h"
#include "ipc-core/capture/tracee.h"

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace ipclab {

// Looks on the whole machine for those who hold the other end of a channel that was inherited, a
// bounded number of descriptors at a time, and records channel_held. Only readlink(2), stat(2) and
// fdinfo: nothing of it can be noticed. Capture thread only.
class Strangers {
public:
    Strangers(Recorder& recorder, const Tracees& tracees, ChannelTable& channels)
        : m_recorder(recorder)
        , m_tracees(tracees)
        , m_channels(channels)
    {
    }

    // A thread waits long at this descriptor of its process. Looks at the same channel again now
    // and then, ever more rarely.
    void ask(Pid pid, Tid tid, int fd, const ChannelEnd& end);
    void lookOn(); // at each tick

private:
    using Held = std::set<Pid>;
    struct Search { // for the holders of one channel
        ChannelId channel;
        Pid by; // who waits there
        Tid tid;
        ChannelKey key;
        std::map<std::uint64_t, End> sockets; // by inode: the end it is of
        std::map<End, Held> found;
    };
    struct Known {
        std::map<End, Held> said;
        Nanoseconds nextAt = 0;
        Nanoseconds interval = 0;
    };

    void begin();
    void lookAt(Pid pid, int fd);
    // The ends of the channel that this is of.
    [[nodiscard]] std::vector<End> endsOf(
        const Search& search, const LinkName& link, Pid pid, int fd) const;
    void finish();
    void say(const Search& search, End end, const Held& held);

    Recorder& m_recorder;
    const Tracees& m_tracees;
    ChannelTable& m_channels;
    std::map<ChannelId, Known> m_known;
    std::vector<Search> m_next; // asked for
    std::vector<Search> m_now; // looked for
    std::vector<int> m_processes; // that are left to look at
    std::vector<int> m_descriptors; // of the last of these
};

} // namespace ipclab
