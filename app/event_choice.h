// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event.h"
#include "ipc-core/world/world.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <set>

namespace ipclab {

// What events are about, as `watch --only` names it.
enum class Topic : std::uint8_t {
    Process,
    Signal,
    Wait,
    Call,
    Finding,
    Pipe,
    Fifo,
    Socket,
    Terminal,
    File,
    Eventfd,
    Timerfd,
    Signalfd,
    Epoll,
    Inotify,
    Semaphore,
    Queue,
    Memory,
    Other // these last eight, too, and what is none of them
};

// Which events are printed: those of the topics asked for, or all.
class EventChoice {
public:
    EventChoice() = default;
    // "pipe,socket,signal". Nothing when a word is no topic.
    static std::optional<EventChoice> of(const QString& words);
    static QStringList topicNames();

    // `world` is that after the event.
    [[nodiscard]] bool has(const World& world, const Event& event) const;
    [[nodiscard]] bool has(const World& world, ChannelId channel) const; // what is about it
    [[nodiscard]] bool has(Topic topic) const { return m_topics.empty() || names(topic); }
    [[nodiscard]] bool names(Topic topic) const { return m_topics.contains(topic); }

private:
    std::set<Topic> m_topics; // empty: all
};

} // namespace ipclab
