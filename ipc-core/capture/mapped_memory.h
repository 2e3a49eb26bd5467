// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/channel_table.h"
#include "ipc-core/capture/recorder.h"
#include "ipc-core/capture/tracee.h"

namespace ipclab {

// Shared memory stays with a process that has mapped it when its descriptor is closed, mmap(2):
// records channel_attached then, and channel_detached when it is mapped no more, which no stop
// tells of. Capture thread only.
class MappedMemory {
public:
    MappedMemory(Recorder& recorder, const ChannelTable& channels)
        : m_recorder(recorder)
        , m_channels(channels)
    {
    }

    // Its descriptor is about to be closed.
    void closing(TracedProcess& process, Tid tid, int fd);
    void look(TracedProcess& process); // now and then

private:
    Recorder& m_recorder;
    const ChannelTable& m_channels;
};

} // namespace ipclab
