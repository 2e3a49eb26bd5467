// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/channel_table.h"
#include "ipc-core/capture/recorder.h"
#include "ipc-core/capture/tracee.h"

namespace ipclab {

// Shared memory stays with a process that has mapped it when its descriptor is closed, mmap(2), and
// what is anonymous never had one: records channel_attached then, and channel_detached when it is
// mapped no more, which no stop tells of. Capture thread only.
class MappedMemory {
public:
    MappedMemory(Recorder& recorder, ChannelTable& channels)
        : m_recorder(recorder)
        , m_channels(channels)
    {
    }

    // Its descriptor is about to be closed.
    void closing(TracedProcess& process, Tid tid, int fd);
    // It is about to have a child, which will have its anonymous memory in common with it, fork(2);
    // or had some before it was attached to.
    void learnAnonymous(TracedProcess& process);
    void look(TracedProcess& process); // now and then

private:
    Recorder& m_recorder;
    ChannelTable& m_channels;
};

} // namespace ipclab
