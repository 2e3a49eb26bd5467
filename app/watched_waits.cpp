// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watched_waits.h"

#include "ipc-core/events/channel_kinds.h"

#include <variant>

namespace ipclab {

namespace {

constexpr Nanoseconds kLasting = 100 * kMillisecond; // what a person notices
// Who holds the other end of what was inherited has to be looked for.
constexpr Nanoseconds kFoundBy = 300 * kMillisecond;
constexpr Nanoseconds kAgainAfter = 20 * kMillisecond;

bool endsThreads(const EventBody& body)
{
    return std::holds_alternative<ProcessExited>(body)
        || std::holds_alternative<ProgramExecuted>(body);
}

// Is that call what the thread is in still? One that opens is over when the descriptor is there.
bool lastsIn(const World& world, const WatchedWait& wait, const Event& event)
{
    const auto* const opened = std::get_if<DescriptorOpened>(&event.body);
    if (opened && opened->call == wait.call)
        return false;
    const Process* const process = world.process(wait.pid);
    if (!process)
        return false;
    const auto thread = process->threads.find(wait.tid);
    return thread != process->threads.end() && thread->second.call
        && thread->second.call->since == wait.since;
}

bool isLookedInto(const World& world, const WatchedWait& wait)
{
    const Channel* const channel = world.channel(wait.channel);
    return channel && channel->outside && channel->strangers.empty()
        && (channel->kind == ChannelKind::Pipe || channel->kind == ChannelKind::Fifo
            || mayConnect(channel->kind));
}

} // namespace

void WatchedWaits::begin(const WatchedWait& wait)
{
    m_waits.insert_or_assign(wait.tid, wait);
    m_untold.emplace(wait.since + kLasting, wait.tid);
}

void WatchedWaits::end(std::map<Tid, WatchedWait>::iterator wait, std::vector<WatchedWait>& ended)
{
    ended.push_back(wait->second);
    m_waits.erase(wait);
}

std::vector<WatchedWait> WatchedWaits::endedBy(const World& world, const Event& event)
{
    std::vector<WatchedWait> ended;
    if (endsThreads(event.body)) {
        for (auto wait = m_waits.begin(); wait != m_waits.end();) {
            const auto one = wait++;
            if (one->second.pid == event.pid)
                end(one, ended);
        }
    } else if (const auto wait = m_waits.find(event.tid);
               wait != m_waits.end() && !lastsIn(world, wait->second, event)) {
        end(wait, ended);
    }
    return ended;
}

std::optional<WatchedWait> WatchedWaits::nextLasting(const World& world, Nanoseconds now)
{
    while (!m_untold.empty() && m_untold.begin()->first <= now) {
        const Tid tid = m_untold.extract(m_untold.begin()).value().second;
        const auto wait = m_waits.find(tid);
        if (wait == m_waits.end() || wait->second.told || now - wait->second.since < kLasting)
            continue; // it is over, and another began since
        if (isLookedInto(world, wait->second) && now - wait->second.since < kFoundBy) {
            m_untold.emplace(now + kAgainAfter, tid);
            continue;
        }
        wait->second.told = true;
        return wait->second;
    }
    return std::nullopt;
}

} // namespace ipclab
