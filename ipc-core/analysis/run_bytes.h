// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/byte_places.h"

#include <array>
#include <cstdint>
#include <map>

namespace ipclab {

// When the first program of the run that goes on, or was last, started; 0: no other was before it.
Nanoseconds runBegan(const World& world);

// What went through each queue of the channels until a moment: a terminal outlives a run, and its
// totals with it.
class PassedBytes {
public:
    struct Totals {
        std::uint64_t written = 0;
        std::uint64_t read = 0;
        bool operator==(const Totals&) const = default;
    };

    PassedBytes() = default;
    explicit PassedBytes(const World& until);

    // What went through that queue since.
    [[nodiscard]] Totals since(const Channel& channel, End queue) const;
    bool operator==(const PassedBytes&) const = default;

private:
    std::map<ChannelId, std::array<Totals, 2>> m_until; // of those that carried any
};

// Of the run that goes on, or was last: without what was read before it began, and without channels
// where nothing moved since.
BytePlaces bytePlacesOfRun(const World& world, const PassedBytes& before);

} // namespace ipclab
