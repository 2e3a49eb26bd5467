// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/run_bytes.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace ipclab {

Nanoseconds runBegan(const World& world)
{
    std::vector<std::pair<Nanoseconds, Nanoseconds>> lives;
    for (const auto& [pid, process] : world.processes) {
        if (!process.self)
            lives.emplace_back(process.startedAt,
                process.ending ? process.ending->at : std::numeric_limits<Nanoseconds>::max());
    }
    std::ranges::sort(lives);
    Nanoseconds began = 0;
    Nanoseconds latest = 0; // end of those so far
    for (const auto& [from, to] : lives) {
        if (latest > 0 && from > latest)
            began = from;
        latest = std::max(latest, to);
    }
    return began;
}

PassedBytes::PassedBytes(const World& until)
{
    for (const auto& [id, channel] : until.channels) {
        std::array<Totals, 2> totals;
        for (const End queue : { End::First, End::Second })
            totals.at(indexOf(queue))
                = { channel.queueAt(queue).written, channel.queueAt(queue).read };
        if (totals != std::array<Totals, 2> {})
            m_until.emplace(id, totals);
    }
}

PassedBytes::Totals PassedBytes::since(const Channel& channel, End queue) const
{
    const Queue& now = channel.queueAt(queue);
    const auto found = m_until.find(channel.id);
    if (found == m_until.end())
        return { now.written, now.read };
    const Totals& until = found->second.at(indexOf(queue));
    return { now.written - std::min(now.written, until.written),
        now.read - std::min(now.read, until.read) };
}

} // namespace ipclab
