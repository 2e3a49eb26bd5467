// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/line_queue.h"
#include "ipc-core/events/event.h"
#include "ipc-core/world/world.h"

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace ipclab {

// A call of one thread that may wait, from its beginning on.
struct WatchedWait {
    Pid pid;
    Tid tid;
    Nanoseconds since = 0;
    Call call = Call::Unknown;
    std::optional<int> fd;
    ChannelId channel;
    LineQueue::Place place = 0; // of the line that says that it began
    bool told = false;
};

// The calls that all threads are in, as the events of a log are followed, and which of them last.
// One thread.
class WatchedWaits {
public:
    void begin(const WatchedWait& wait);

    // Those that the event, which the World has taken into account, put an end to.
    std::vector<WatchedWait> endedBy(const World& world, const Event& event);

    // The next that has lasted long enough by then to be told of; once each, in their order.
    std::optional<WatchedWait> nextLasting(const World& world, Nanoseconds now);

private:
    void end(std::map<Tid, WatchedWait>::iterator wait, std::vector<WatchedWait>& ended);

    std::map<Tid, WatchedWait> m_waits;
    std::set<std::pair<Nanoseconds, Tid>> m_untold; // when each is to be looked at
};

} // namespace ipclab
