// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/byte_places.h"
#include "ipc-core/lab/condition.h"
#include "ipc-core/world/world.h"

#include <optional>
#include <string_view>

namespace ipclab {

// The process a lab means: the oldest living one of that name, else the one that ended last.
const Process* processNamed(const World& world, std::string_view name);

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

    [[nodiscard]] const StreamRef& ref() const { return m_ref; }
    [[nodiscard]] Pid pid() const { return m_pid; }
    [[nodiscard]] std::optional<int> fd() const { return m_fd; }
    [[nodiscard]] ChannelId channel() const { return m_channel; }
    [[nodiscard]] const Stream* stream(const World& world) const; // of a living process
    [[nodiscard]] std::optional<BufferMode> mode() const { return m_mode; } // as last seen
    // Where what was printed there is now; nothing when nothing was.
    [[nodiscard]] std::optional<Place> place(const World& world) const;

private:
    StreamRef m_ref;
    Pid m_pid;
    std::optional<int> m_fd;
    ChannelId m_channel;
    std::optional<BufferMode> m_mode;
};

} // namespace ipclab
