// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event_choice.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

namespace ipclab {

namespace {

constexpr auto kNames = std::to_array<std::pair<const char*, Topic>>({
    { "process", Topic::Process },
    { "signal", Topic::Signal },
    { "wait", Topic::Wait },
    { "call", Topic::Call },
    { "finding", Topic::Finding },
    { "pipe", Topic::Pipe },
    { "fifo", Topic::Fifo },
    { "socket", Topic::Socket },
    { "terminal", Topic::Terminal },
    { "file", Topic::File },
    { "other", Topic::Other },
});

Topic topicOf(ChannelKind kind)
{
    switch (kind) {
    case ChannelKind::Pipe:
        return Topic::Pipe;
    case ChannelKind::Fifo:
        return Topic::Fifo;
    case ChannelKind::Pty:
        return Topic::Terminal;
    case ChannelKind::Unix:
    case ChannelKind::Tcp:
    case ChannelKind::Udp:
        return Topic::Socket;
    case ChannelKind::File:
        return Topic::File;
    case ChannelKind::Shm:
    case ChannelKind::Queue:
    case ChannelKind::Eventfd:
    case ChannelKind::Semaphore:
    case ChannelKind::Timerfd:
    case ChannelKind::Signalfd:
    case ChannelKind::Epoll:
    case ChannelKind::Inotify:
    case ChannelKind::Pidfd:
    case ChannelKind::IoUring:
        break;
    }
    return Topic::Other;
}

template <class... Bodies> bool isOneOf(const EventBody& body)
{
    return (std::holds_alternative<Bodies>(body) || ...);
}

Topic topicOf(const World& world, const Event& event)
{
    const EventBody& body = event.body;
    if (isOneOf<ProcessStarted, ThreadStarted, ThreadExited, ProgramExecuted, ProgramBegan,
            ProcessExited, ProcessReaped, ProcessAdopted, ProcessSurveyed, LimitNoted>(body))
        return Topic::Process;
    if (isOneOf<SignalSent, SignalDelivered, SignalIgnored, SignalActionSet, SignalMaskSet,
            ProcessStopped, ProcessContinued>(body))
        return Topic::Signal;
    if (isOneOf<CallEntered, LockWaiting, WaitLasts, LineKnown, ThreadHeld, ThreadReleased>(body))
        return Topic::Wait;
    if (isOneOf<CallReturned>(body))
        return Topic::Call;
    if (isOneOf<FindingBegan, FindingEnded>(body))
        return Topic::Finding;
    const ChannelId id = std::visit(
        []<class Body>(const Body& one) {
            if constexpr (requires { ChannelId { one.channel }; })
                return ChannelId { one.channel };
            else
                return ChannelId();
        },
        body);
    const Channel* const channel = world.channel(id);
    return channel ? topicOf(channel->kind) : Topic::Other;
}

} // namespace

std::optional<EventChoice> EventChoice::of(const QString& words)
{
    EventChoice choice;
    for (const QString& word : words.split(QLatin1Char(','))) {
        const auto* const found = std::ranges::find_if(
            kNames, [&](const auto& one) { return word.trimmed() == QLatin1String(one.first); });
        if (found == kNames.end())
            return std::nullopt;
        choice.m_topics.insert(found->second);
    }
    return choice;
}

QStringList EventChoice::topicNames()
{
    QStringList names;
    for (const auto& [name, topic] : kNames)
        names += QString::fromLatin1(name);
    return names;
}

bool EventChoice::has(const World& world, const Event& event) const
{
    return has(topicOf(world, event));
}

} // namespace ipclab
