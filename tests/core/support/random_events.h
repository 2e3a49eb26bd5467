// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"

#include <cstdint>
#include <deque>
#include <random>
#include <string>
#include <vector>

namespace ipclab::test {

// Any event of any kind, from a seed. Wide: every value a field can hold. Narrow: few processes,
// threads, descriptors and channels, so that events are about the same things. Owns what the
// events point to; times never go back.
class RandomEvents {
public:
    enum class Range { Wide, Narrow };
    RandomEvents(std::uint32_t seed, Range range)
        : m_random(seed)
        , m_range(range)
    {
    }

    Event next();
    void forget(); // what earlier events point to

private:
    friend class RandomFields;
    std::mt19937 m_random;
    Range m_range;
    Nanoseconds m_now = 0;
    std::deque<std::string> m_texts;
    std::deque<std::vector<int>> m_ints;
    std::deque<std::vector<Pid>> m_pids;
    std::deque<std::vector<Tid>> m_tids;
    std::deque<std::vector<ChannelId>> m_channels;
};

// Appends `count` narrow events.
void appendRandom(EventLog& log, std::uint32_t seed, EventIndex count);

} // namespace ipclab::test
