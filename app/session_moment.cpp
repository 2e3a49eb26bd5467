// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_moment.h"

#include "views/common/bookmarks.h"

#include <cmath>

namespace ipclab {

namespace {

// Made at any time, of any moment: all of the file is looked at.
std::map<EventIndex, std::string> bookmarksUntil(const EventLog& log, EventIndex end)
{
    Bookmarks all;
    all.take(log, log.size());
    std::map<EventIndex, std::string> found;
    for (const auto& [moment, mark] : all.all()) {
        if (moment <= end)
            found.emplace(moment, mark.text);
    }
    return found;
}

bool hasCome(const World& world, const Event& next, const std::optional<MomentAsked>& asked)
{
    if (!asked)
        return false;
    return asked->time ? next.at > *asked->time : world.applied > *asked->event;
}

} // namespace

std::optional<MomentAsked> momentNamed(const QString& words)
{
    bool isNumber = false;
    if (words.startsWith(QLatin1Char('#'))) {
        const EventIndex event = words.mid(1).toULongLong(&isNumber);
        return isNumber ? std::optional(MomentAsked { {}, event }) : std::nullopt;
    }
    constexpr double kLongest = 9e9; // seconds
    const double seconds = words.toDouble(&isNumber);
    if (!isNumber || !(seconds >= 0) || seconds > kLongest)
        return std::nullopt;
    return MomentAsked { std::llround(seconds * 1e9), {} };
}

std::optional<SessionMoment> momentOf(
    const SavedSession& session, const std::optional<MomentAsked>& asked)
{
    const EventLog& log = *session.log;
    if (asked && asked->event && *asked->event >= log.size())
        return std::nullopt;
    SessionMoment moment;
    moment.session = &session;
    moment.events = log.size();
    for (EventIndex i = 0; i < log.size() && !hasCome(moment.world, log[i], asked); ++i) {
        apply(moment.world, log[i]);
        const auto* const action = std::get_if<UserAction>(&log[i].body);
        if (action && action->what != "bookmark")
            moment.actions.push_back(i);
    }
    if (log.size() > 0)
        moment.endTime = log[log.size() - 1].at;
    moment.bookmarks = bookmarksUntil(log, moment.world.applied);
    return moment;
}

} // namespace ipclab
