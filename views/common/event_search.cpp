// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/event_search.h"

#include <algorithm>

namespace ipclab {

namespace {

template <typename Wanted> std::optional<EventIndex> find(
    const LogView& log, EventIndex from, Towards towards, const Wanted& wanted)
{
    if (towards == Towards::Later) {
        for (EventIndex i = from; i < log.size(); ++i) {
            if (wanted(log[i]))
                return i + 1;
        }
        return std::nullopt;
    }
    for (EventIndex i = std::min(from, log.size()); i > 1; --i) {
        if (wanted(log[i - 2]))
            return i - 1;
    }
    return std::nullopt;
}

// A body names processes and channels by these fields alone.
bool names(const EventBody& body, const EventSubject& subject)
{
    return std::visit(
        [&](const auto& one) {
            bool found = false;
            if constexpr (requires { one.to; })
                found = subject.pid && one.to == subject.pid;
            if constexpr (requires { one.ppid; })
                found = found || (subject.pid && one.ppid == subject.pid);
            if constexpr (requires { one.parent; })
                found = found || (subject.pid && one.parent == subject.pid);
            if constexpr (requires { one.channel; })
                found = found || (subject.channel && one.channel == subject.channel);
            if constexpr (requires { one.through; })
                found = found || (subject.channel && one.through == subject.channel);
            return found;
        },
        body);
}

} // namespace

bool isAbout(const Event& event, const EventSubject& subject)
{
    return (subject.pid && event.pid == subject.pid) || names(event.body, subject);
}

std::optional<EventIndex> momentAbout(
    const LogView& log, EventIndex from, const EventSubject& subject, Towards towards)
{
    if (!subject.any())
        return std::nullopt;
    return find(log, from, towards, [&](const Event& event) { return isAbout(event, subject); });
}

std::optional<EventIndex> momentOfFinding(const LogView& log, EventIndex from, Towards towards)
{
    return find(log, from, towards,
        [](const Event& event) { return std::holds_alternative<FindingBegan>(event.body); });
}

} // namespace ipclab
