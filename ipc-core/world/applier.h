// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of world/ only: one event taken into account.
#include "ipc-core/world/world.h"

#include <algorithm>
#include <memory>
#include <span>

namespace ipclab {

constexpr std::uint64_t bitOf(int signal)
{
    return signal >= 1 && signal <= 64 ? std::uint64_t { 1 } << (signal - 1) : 0;
}

// Applies one body. `at`, `pid`, `tid` are those of its event.
class Applier {
public:
    Applier(World& world, const Event& event)
        : m_world(world)
        , m_event(event)
    {
    }

    void operator()(const ProcessStarted& body) const;
    void operator()(const ThreadStarted&) const { thread(); }
    void operator()(const ThreadExited&) const { process().threads.erase(m_event.tid); }
    void operator()(const ProgramExecuted& body) const;
    void operator()(const ProgramBegan&) const { process().began = m_world.applied; }
    void operator()(const ProcessExited& body) const;
    void operator()(const ProcessReaped&) const;
    void operator()(const ProcessAdopted& body) const;
    void operator()(const ProcessStopped& body) const;
    void operator()(const ProcessContinued&) const;
    void operator()(const ProcessSurveyed& body) const
    {
        process().surveyed = Surveyed { body.state, body.user, body.tracer, body.refused.value,
            std::string(body.terminal), body.group, body.foreground };
    }
    void operator()(const DescriptorOpened& body) const;
    void operator()(const DescriptorClosed& body) const;
    void operator()(const ChannelCreated& body) const;
    void operator()(const ChannelAttached& body) const
    {
        std::vector<ChannelId>& attached = process().attached;
        if (attached.size() < kMostOfOne
            && std::ranges::find(attached, body.channel) == attached.end())
            attached.push_back(body.channel);
    }
    void operator()(const ChannelHeld& body) const;
    void operator()(const ChannelDetached& body) const
    {
        std::erase(process().attached, body.channel);
    }
    void operator()(const DescriptorSent& body) const;
    void operator()(const ChannelLevel& body) const;
    void operator()(const BytesWritten& body) const;
    void operator()(const BytesRead& body) const;
    void operator()(const CallEntered& body) const;
    void operator()(const CallReturned& body) const;
    void operator()(const SignalSent& body) const;
    void operator()(const SignalDelivered& body) const { taken(body.signal.value); }
    void operator()(const SignalIgnored& body) const;
    void operator()(const SignalActionSet& body) const;
    void operator()(const SignalMaskSet& body) const { thread().blocked = body.blocked.bits; }
    void operator()(const StdioLevel& body) const
    {
        process().noteStream(
            { std::string(body.stream), body.fd, body.mode, body.pending, body.unread,
                body.capacity, std::string(body.bytes.kept), m_event.at, 0 },
            body.gone);
    }
    void operator()(const SocketBound& body) const { socketNamed(body); }
    void operator()(const SocketListening& body) const { socketNamed(body); }
    void operator()(const SocketConnected& body) const { socketNamed(body); }
    void operator()(const SocketAccepted& body) const { socketNamed(body); }
    void operator()(const LockWaiting& body) const;
    void operator()(const WaitLasts& body) const;
    void operator()(const LineKnown& body) const;
    void operator()(const ThreadHeld& body) const;
    void operator()(const ThreadReleased&) const { thread().ahead.reset(); }
    void operator()(const FindingBegan& body) const
    {
        if (m_world.findings.size() < kMostFindings)
            m_world.findings.push_back(findingOf(body));
    }
    void operator()(const FindingEnded& body) const;
    void operator()(const LimitNoted& body) const;
    void operator()(const UserAction& body) const;

private:
    // Of what is looked through one by one: no run has so many, a damaged file may.
    static constexpr std::size_t kMostOfOne = 4096;
    static constexpr std::size_t kMostFindings = 1024;
    static constexpr std::size_t kMostInFinding = 256; // processes, channels, threads
    // Processes, and channels. What is said of further ones is not kept.
    static constexpr std::size_t kMostOfAll = std::size_t { 1 } << 20;

    static constexpr std::uint64_t kLooksAChange = 16; // it is found, and may have to be copied

    void restartOrdinals() const;
    void inherit(Process& child, const Process& maker, const ProcessStarted& body) const;
    template <typename Key, typename Value>
    static Value& entry(SharedMap<Key, Value>& map, const Key& key, std::unique_ptr<Value>& noRoom)
    {
        if (map.size() < kMostOfAll || map.contains(key))
            return map[key];
        if (!noRoom)
            noRoom = std::make_unique<Value>();
        return *noRoom;
    }
    // Whether so much may be looked through: when not, never more.
    [[nodiscard]] bool mayLook(std::uint64_t cost) const
    {
        const bool may = m_world.looks >= cost;
        m_world.looks = may ? m_world.looks - cost : 0;
        return may;
    }
    Process& process() const
    {
        Process& found = entry(m_world.processes, m_event.pid, m_noProcess);
        found.pid = m_event.pid;
        return found;
    }
    Thread& thread() const
    {
        Thread& found = process().threads[m_event.tid];
        found.tid = m_event.tid;
        return found;
    }
    Channel& channel(ChannelId id) const
    {
        Channel& found = entry(m_world.channels, id, m_noChannel);
        found.id = id;
        return found;
    }
    [[nodiscard]] bool isSharedMemory(ChannelId id) const
    {
        const Channel* const found = m_world.channel(id);
        return found && found->kind == ChannelKind::Shm;
    }
    void note(std::vector<Pid>& pids) const
    {
        constexpr std::size_t kMost = 64;
        if (pids.size() < kMost && std::ranges::find(pids, m_event.pid) == pids.end())
            pids.push_back(m_event.pid);
    }
    void leftCall() const { thread().call.reset(); }
    void taken(int signal) const;
    void timerSet(const CallReturned& body) const;
    void holdAll(bool hold) const;
    void holdOne(Pid pid, bool hold) const;
    void socketNamed(const SocketNamed& body) const;
    void loseUnreadable(ChannelId closed) const;
    void loseUnreadableIn(ChannelId id) const;
    [[nodiscard]] bool mayBeReadAnywhere(ChannelId id) const;
    [[nodiscard]] bool isInFlight(ChannelId id) const;
    void carries(ChannelId id, bool does) const;
    [[nodiscard]] bool mayReachStrangers(const Channel& carrier, End at) const;
    void received(ChannelId id) const;
    template <typename T> static std::vector<T> firstOf(std::span<const T> list)
    {
        const auto some = list.first(std::min(list.size(), kMostInFinding));
        return { some.begin(), some.end() };
    }
    Finding findingOf(const FindingNoted& body) const
    {
        return { body.kind, firstOf(body.pids), firstOf(body.channels), m_event.at,
            firstOf(body.tids) };
    }

    World& m_world;
    const Event& m_event;
    mutable std::unique_ptr<Process> m_noProcess; // for what is said of one there is no room for
    mutable std::unique_ptr<Channel> m_noChannel;
};

} // namespace ipclab
