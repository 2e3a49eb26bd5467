// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/capture.h"
#include "ipc-core/capture/channel_table.h"
#include "ipc-core/capture/recorder.h"

#include <functional>
#include <map>
#include <string_view>

namespace ipclab {

// Our own ends of the channels we wired a child's stdio to: recorded as those of one more process,
// this one. Capture thread only.
class LabEnds {
public:
    // Asks that writers whose bytes we have read already be recorded first.
    using CatchUp = std::function<void(ChannelId, End, std::string_view)>;
    LabEnds(Recorder& recorder, ChannelTable& channels, CatchUp catchUp);

    [[nodiscard]] Pid self() const { return m_self; }

    // Pairs what a launch wires; to be called before the child exists.
    void pair(const LaunchSpec& spec);

    void read(int fd, std::string_view bytes);
    void wrote(int fd, std::string_view bytes);
    void reachedEnd(int fd);
    void closed(int fd);

    // A child has read bytes of ours before we were told that they were written.
    void childWasFaster(ChannelId channel, End queue, std::string_view bytes);

private:
    void open(int fd, const ChannelEnd& end);
    void recordWrite(int fd, const ChannelEnd& end, std::string_view bytes);

    Recorder& m_recorder;
    ChannelTable& m_channels;
    CatchUp m_catchUp;
    Pid m_self;
    std::map<int, ChannelEnd> m_ends;
    std::map<int, std::uint64_t> m_early; // bytes recorded before we were told
};

} // namespace ipclab
