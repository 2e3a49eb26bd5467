// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/session_file.h"
#include "ipc-core/world/world.h"

#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// Where in a session: "12.5" is after so many seconds, "#1234" when event 1234 has happened.
struct MomentAsked {
    std::optional<Nanoseconds> time;
    std::optional<EventIndex> event; // its index, from 0
};
std::optional<MomentAsked> momentNamed(const QString& words);

// What is true, and has been done, at a moment of a session. Points into the session.
struct SessionMoment {
    const SavedSession* session = nullptr;
    World world;
    EventIndex events = 0; // of the whole session
    Nanoseconds endTime = 0;
    std::vector<EventIndex> actions; // what the person did until then; no bookmarks
    std::map<EventIndex, std::string> bookmarks; // by moment, those until then
};

// Without a moment asked for: the end. Nothing: there is no such event.
std::optional<SessionMoment> momentOf(
    const SavedSession& session, const std::optional<MomentAsked>& asked);

} // namespace ipclab
