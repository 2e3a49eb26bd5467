// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/byte_places.h"
#include "ipc-core/lab/condition.h"
#include "ipc-core/world/world.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ipclab {

// A StreamRef as it is followed through a run: what it was is remembered when the process has
// closed it or ended, until there is another process of that name.
class StreamTarget {
public:
    explicit StreamTarget(StreamRef ref)
        : m_ref(std::move(ref))
    {
    }

    // True: it is another channel than before.
    bool follow(const World& world);
    void forget();

    [[nodiscard]] Pid pid() const { return m_pid; }
    [[nodiscard]] std::optional<int> fd() const { return m_fd; }
    [[nodiscard]] ChannelId channel() const { return m_channel; }
    [[nodiscard]] const Stream* stream(const World& world) const; // of a living process
    [[nodiscard]] std::optional<BufferMode> mode() const { return m_mode; } // as last seen
    // What is in the kernel's queue that the stream writes into, or reads from if it is stdin; and
    // what still fits. Nothing: it has no such queue, or it is not known.
    [[nodiscard]] std::optional<std::uint64_t> level(const World& world) const;
    [[nodiscard]] std::optional<std::uint64_t> room(const World& world) const;
    // Who has that end of its channel open, the lab itself too.
    [[nodiscard]] std::vector<Holder> holders(const World& world, bool writeEnd) const;
    // Where what was printed there is now; nothing when nothing was.
    [[nodiscard]] std::optional<Place> place(const World& world) const;

private:
    [[nodiscard]] const Queue* queue(const World& world) const;

    StreamRef m_ref;
    Pid m_pid;
    std::optional<int> m_fd;
    ChannelId m_channel;
    End m_end = End::First; // of the channel
    std::optional<BufferMode> m_mode;
};

} // namespace ipclab
