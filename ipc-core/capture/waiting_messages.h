// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace ipclab {

// The sizes of the messages that wait in a queue of the kernel's, as they were seen to be written.
// A read takes a message whole, and of what it has no room for the kernel tells nothing, recv(2),
// pipe(2) on O_DIRECT. Any one thread.
class WaitingMessages {
public:
    void arrived(std::uint64_t size, long type = 0); // types: of msgop(2)
    // One was read, of which there were so many bytes, or at least so many: its size. Those of two
    // writers may have been seen in another order than the kernel's. Nothing: none was seen that it
    // can be.
    std::optional<std::uint64_t> taken(std::uint64_t count, bool exactly, long type = 0);
    // One was read that has not been seen to be written yet: it is not to wait when it is.
    void takenAhead() { ++m_ahead; }
    [[nodiscard]] bool empty() const { return m_messages.empty(); }
    [[nodiscard]] bool anyOf(long type) const;
    [[nodiscard]] std::uint64_t bytes() const;

private:
    static constexpr std::size_t kMost = 65536;

    struct Message {
        std::uint64_t size = 0;
        long type = 0;
    };
    std::vector<Message> m_messages; // the oldest first
    std::uint64_t m_ahead = 0;
};

} // namespace ipclab
