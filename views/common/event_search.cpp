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

// A body names processes and channels by these fields alone. Some are several, some may be absent;
// a field of the same name that is no process (StartedBy) cannot be compared to one.
bool namesProcess(const EventBody& body, Pid pid)
{
    return std::visit(
        [pid](const auto& one) {
            bool found = false;
            if constexpr (requires { one.to == pid; })
                found = one.to == pid;
            if constexpr (requires { one.by == pid; })
                found = found || one.by == pid;
            if constexpr (requires { one.ppid == pid; })
                found = found || one.ppid == pid;
            if constexpr (requires { one.maker == pid; })
                found = found || one.maker == pid;
            if constexpr (requires { one.parent == pid; })
                found = found || one.parent == pid;
            if constexpr (requires { one.pids.begin(); })
                found = found || std::ranges::find(one.pids, pid) != one.pids.end();
            return found;
        },
        body);
}

bool namesChannel(const EventBody& body, ChannelId channel)
{
    return std::visit(
        [channel](const auto& one) {
            bool found = false;
            if constexpr (requires { one.channel == channel; })
                found = one.channel == channel;
            if constexpr (requires { one.through == channel; })
                found = found || one.through == channel;
            if constexpr (requires { one.listener == channel; })
                found = found || one.listener == channel;
            if constexpr (requires { one.channels.begin(); })
                found = found || std::ranges::find(one.channels, channel) != one.channels.end();
            return found;
        },
        body);
}

} // namespace

bool isAbout(const Event& event, const EventSubject& subject)
{
    const bool process
        = subject.pid && (event.pid == subject.pid || namesProcess(event.body, subject.pid));
    return process || (subject.channel && namesChannel(event.body, subject.channel));
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
