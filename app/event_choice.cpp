// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event_choice.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <variant>
#include <vector>

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
    { "eventfd", Topic::Eventfd },
    { "timerfd", Topic::Timerfd },
    { "signalfd", Topic::Signalfd },
    { "epoll", Topic::Epoll },
    { "inotify", Topic::Inotify },
    { "semaphore", Topic::Semaphore },
    { "queue", Topic::Queue },
    { "memory", Topic::Memory },
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
        return Topic::Memory;
    case ChannelKind::Queue:
        return Topic::Queue;
    case ChannelKind::Eventfd:
        return Topic::Eventfd;
    case ChannelKind::Semaphore:
        return Topic::Semaphore;
    case ChannelKind::Timerfd:
        return Topic::Timerfd;
    case ChannelKind::Signalfd:
        return Topic::Signalfd;
    case ChannelKind::Epoll:
        return Topic::Epoll;
    case ChannelKind::Inotify:
        return Topic::Inotify;
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

// By what it is; nothing where only what it is about counts.
std::optional<Topic> topicOf(const EventBody& body)
{
    if (isOneOf<ProcessStarted, ThreadStarted, ThreadExited, ProgramExecuted, ProgramBegan,
            ProcessExited, ProcessReaped, ProcessAdopted, ProcessSurveyed>(body))
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
    const auto* const limit = std::get_if<LimitNoted>(&body);
    return limit && !limit->channel ? std::optional(Topic::Process) : std::nullopt;
}

ChannelId channelAt(const World& world, Pid pid, int fd)
{
    const Descriptor* const descriptor = world.descriptor(pid, fd);
    return descriptor ? descriptor->channel : ChannelId();
}

// What it is about: the channel, or those whose descriptors it names.
std::vector<ChannelId> channelsOf(const World& world, const Event& event)
{
    const auto* const entered = std::get_if<CallEntered>(&event.body);
    std::vector<ChannelId> channels;
    for (const int fd : entered ? entered->fds : std::span<const int>())
        channels.push_back(channelAt(world, event.pid, fd));
    if (const auto* const returned = std::get_if<CallReturned>(&event.body))
        channels.push_back(channelAt(world, event.pid, returned->fd.value_or(-1)));
    std::visit(
        [&]<class Body>(const Body& one) {
            if constexpr (requires { ChannelId { one.channel }; })
                channels.push_back(one.channel);
        },
        event.body);
    return channels;
}

bool isOther(Topic topic)
{
    return topic >= Topic::Eventfd;
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
    if (m_topics.empty())
        return true;
    const std::optional<Topic> topic = topicOf(event.body);
    if (topic && names(*topic))
        return true;
    const bool ofChannels = !topic || *topic == Topic::Wait || *topic == Topic::Call;
    const std::vector<ChannelId> channels
        = ofChannels ? channelsOf(world, event) : std::vector<ChannelId>();
    return std::ranges::any_of(channels, [&](ChannelId id) { return has(world, id); })
        || (!topic && channels.empty() && names(Topic::Other));
}

bool EventChoice::has(const World& world, ChannelId id) const
{
    const Channel* const channel = world.channel(id);
    const Topic about = channel ? topicOf(channel->kind) : Topic::Other;
    return m_topics.empty()
        || (channel && (names(about) || (isOther(about) && names(Topic::Other))));
}

} // namespace ipclab
