// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/recorder.h"
#include "ipc-core/events/words.h"

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace ipclab {

// What makes two descriptors two ends of one channel.
struct ChannelKey {
    ChannelKind kind = ChannelKind::File;
    std::uint64_t device = 0; // st_dev; for a pseudo-terminal its index
    std::uint64_t inode = 0;
    auto operator<=>(const ChannelKey&) const = default;
};

// Our own count of a channel's bytes.
struct ChannelCount {
    ChannelKind kind = ChannelKind::File;
    bool outside = false;
    std::array<std::uint64_t, 2> written {}; // towards the end of that index
    std::array<std::uint64_t, 2> read {};
    // The level said last while a write waited, and how much had been read then.
    std::optional<std::uint64_t> sampled;
    std::uint64_t sampledAtRead = 0;
};

// An end of a channel, as a descriptor refers to it.
struct ChannelEnd {
    ChannelId channel;
    ChannelKind kind = ChannelKind::File;
    Access access = Access::ReadWrite;
    End end = End::First;
};

// Knows every channel of a run by what the kernel calls it, and gives each its number. Records
// channel_created. Capture thread only.
class ChannelTable {
public:
    explicit ChannelTable(Recorder& recorder)
        : m_recorder(recorder)
    {
    }

    // The channel behind an open descriptor of a process; made known if it is not. Outside: others
    // than those we watch may hold it.
    std::optional<ChannelEnd> identify(Pid pid, int fd, bool outside);

    // Says that another key is a further end of the same channel (the other socket of a pair).
    void alias(const ChannelKey& key, ChannelId channel, End end);
    [[nodiscard]] std::optional<ChannelKey> keyOf(Pid pid, int fd) const;

    [[nodiscard]] bool isKnown(const ChannelKey& key) const { return m_byKey.contains(key); }

    [[nodiscard]] ChannelCount* count(ChannelId channel);
    // By: the process that made it, or in which we first saw it.
    ChannelId create(Pid by, ChannelKind kind, const std::string& name, bool outside);

private:
    struct Known {
        ChannelId channel;
        std::optional<End> end; // sockets: each end has a key of its own
    };
    std::optional<Known> known(const ChannelKey& key) const;

    Recorder& m_recorder;
    std::map<ChannelKey, Known> m_byKey;
    std::map<ChannelId, ChannelCount> m_counts;
    std::uint32_t m_last = 0;
};

bool isOneWay(ChannelKind kind);
// Which queue a transfer at this end concerns.
End queueWrittenFrom(const ChannelEnd& end);
End queueReadFrom(const ChannelEnd& end);

} // namespace ipclab
