// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"

#include <optional>

namespace ipclab {

enum class Towards { Earlier, Later };

// What is looked for: events of, or about, a process or a channel.
struct EventSubject {
    Pid pid; // 0: none
    ChannelId channel; // 0: none

    [[nodiscard]] bool any() const { return pid || channel; }
};

bool isAbout(const Event& event, const EventSubject& subject);

// A moment is a number of events that have happened: its last one is the event before it. These
// give the nearest other moment whose last event is one that is looked for; nothing: there is none.
// They look at each event at most once: a million take a frame or two.
std::optional<EventIndex> momentAbout(
    const LogView& log, EventIndex from, const EventSubject& subject, Towards towards);
std::optional<EventIndex> momentOfFinding(const LogView& log, EventIndex from, Towards towards);

} // namespace ipclab
