// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/state_check.h"

#include "ipc-core/analysis/wait.h"
#include "ipc-core/lab/process_ref.h"

#include <algorithm>
#include <optional>
#include <set>

namespace ipclab {

namespace {

bool signalIs(const Process& process, int signal, SignalState state)
{
    const std::uint64_t bit = std::uint64_t { 1 } << (signal - 1);
    const SignalAction action = process.actions.at(static_cast<std::size_t>(signal));
    switch (state) {
    case SignalState::Pending:
        return (process.pending & bit) != 0;
    case SignalState::Blocked:
        return std::ranges::any_of(process.threads,
            [bit](const auto& entry) { return (entry.second.blocked & bit) != 0; });
    case SignalState::Ignored:
        return action == SignalAction::Ignore;
    case SignalState::Handled:
        return action == SignalAction::Handler;
    case SignalState::Default:
        break;
    }
    return action == SignalAction::Default;
}

class StateCheck {
public:
    StateCheck(const World& world, const SwitchValues& switches, const StreamTarget* target)
        : m_world(world)
        , m_switches(switches)
        , m_target(target)
    {
    }

    bool operator()(const PendingIs& wanted) const
    {
        const Stream* const stream = m_target->stream(m_world);
        return stream && wanted.bytes.has(stream->pending);
    }
    bool operator()(const UnreadIs& wanted) const
    {
        const Stream* const stream = m_target->stream(m_world);
        return stream && wanted.bytes.has(stream->unread);
    }
    bool operator()(const LevelIs& wanted) const
    {
        return has(wanted.bytes, m_target->level(m_world));
    }
    bool operator()(const RoomIs& wanted) const
    {
        return has(wanted.bytes, m_target->room(m_world));
    }
    bool operator()(const ModeIs& wanted) const
    {
        const Stream* const stream = m_target->stream(m_world);
        return stream && stream->mode == wanted.mode;
    }
    bool operator()(const WiredTo& wanted) const
    {
        const Channel* const channel = m_world.channel(m_target->channel());
        return channel && channel->kind == wanted.kind;
    }
    bool operator()(const FindingHolds& wanted) const
    {
        return std::ranges::any_of(m_world.findings, [&](const Finding& finding) {
            return finding.kind == wanted.kind
                && std::ranges::all_of(wanted.of, [&](const std::string& name) {
                       const Process* const process = processNamed(m_world, name);
                       return process && std::ranges::binary_search(finding.pids, process->pid);
                   });
        });
    }
    bool operator()(const IsRunning& wanted) const
    {
        const Process* const process = processNamed(m_world, wanted.process);
        return process && process->alive();
    }
    bool operator()(const IsWaiting& wanted) const
    {
        const Process* const process = processNamed(m_world, wanted.process);
        const auto wait = process ? waitOf(m_world, *process) : std::nullopt;
        return wait && (!wanted.reason || wait->reason == wanted.reason)
            && (!wanted.call || wait->call == wanted.call);
    }
    bool operator()(const IsStopped& wanted) const
    {
        return stateIs(wanted.process, ProcessState::Stopped);
    }
    bool operator()(const IsZombie& wanted) const
    {
        return stateIs(wanted.process, ProcessState::Zombie);
    }
    bool operator()(const IsHeld& wanted) const
    {
        const Process* const process = processNamed(m_world, wanted.process);
        return process && std::ranges::any_of(process->threads, [&](const auto& entry) {
            const std::optional<CallAhead>& ahead = entry.second.ahead;
            return ahead && (wanted.mark.empty() || wanted.mark == ahead->mark)
                && (wanted.before.empty()
                    || std::ranges::find(wanted.before, ahead->call) != wanted.before.end());
        });
    }
    bool operator()(const SwitchIs& wanted) const
    {
        const auto found = m_switches.find(wanted.name);
        return found != m_switches.end() && found->second == wanted.value;
    }
    bool operator()(const CountIs& wanted) const
    {
        if (wanted.what == Counted::Processes)
            return wanted.number.has(countAlive(
                [&](const Process& one) { return isMeant(m_world, one, wanted.process); }));
        const Process* const process = processNamed(m_world, wanted.process);
        if (!process)
            return wanted.number.has(0);
        return wanted.number.has(wanted.what == Counted::Threads
                ? (process->alive() ? process->threads.size() : 0)
                : countAlive([&](const Process& one) { return one.maker == process->pid; }));
    }
    bool operator()(const IsOpen&) const
    {
        return m_target->fd() && m_world.descriptor(m_target->pid(), *m_target->fd()) != nullptr;
    }
    bool operator()(const HoldsEnd& wanted) const
    {
        const Process* const process = processNamed(m_world, wanted.process);
        return process
            && std::ranges::any_of(m_target->holders(m_world, wanted.writes),
                [&](const Holder& holder) { return holder.pid == process->pid; });
    }
    bool operator()(const HoldersAre& wanted) const
    {
        std::set<Pid> pids;
        for (const Holder& holder : m_target->holders(m_world, wanted.writes))
            pids.insert(holder.pid);
        return m_target->channel() && wanted.number.has(pids.size());
    }
    bool operator()(const SignalIs& wanted) const
    {
        const Process* const process = processNamed(m_world, wanted.process);
        return process && process->alive() && signalIs(*process, wanted.signal, wanted.state);
    }
    template <typename History> bool operator()(const History&) const { return false; }

private:
    static bool has(const Range& range, std::optional<std::uint64_t> number)
    {
        return number && range.has(*number);
    }
    template <typename Wanted> [[nodiscard]] std::uint64_t countAlive(Wanted wanted) const
    {
        return static_cast<std::uint64_t>(std::ranges::count_if(m_world.processes,
            [&](const auto& entry) { return entry.second.isWatched() && wanted(entry.second); }));
    }
    [[nodiscard]] bool stateIs(const std::string& name, ProcessState state) const
    {
        const Process* const process = processNamed(m_world, name);
        return process && process->state() == state;
    }

    const World& m_world;
    const SwitchValues& m_switches;
    const StreamTarget* m_target;
};

} // namespace

bool isSo(
    const Fact& fact, const World& world, const SwitchValues& switches, const StreamTarget* target)
{
    return std::visit(StateCheck(world, switches, target), fact);
}

} // namespace ipclab
