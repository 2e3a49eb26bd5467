// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/condition_watch.h"

#include "ipc-core/analysis/wait.h"

#include <algorithm>
#include <type_traits>

namespace ipclab {

namespace {

constexpr std::size_t kMostText = std::size_t { 64 } << 10;

std::optional<StreamRef> streamIn(const Fact& fact)
{
    return std::visit(
        [](const auto& one) -> std::optional<StreamRef> {
            if constexpr (requires { one.of.stream; })
                return one.of;
            return std::nullopt;
        },
        fact);
}

bool matches(const HasExited& wanted, const ProcessExited& exited)
{
    return (!wanted.code || exited.code == wanted.code)
        && (wanted.signal == 0 || exited.signal.value == wanted.signal);
}

// The descriptor an event is about, the bytes it moved, and its signal, where it has them.
struct EventParts {
    std::optional<int> fd;
    std::optional<std::uint64_t> count;
    int signal = 0;
};
EventParts partsOf(const EventBody& body)
{
    return std::visit(
        [](const auto& one) {
            EventParts parts;
            if constexpr (requires { one.fd; })
                parts.fd = one.fd;
            if constexpr (requires {
                              one.requested;
                              one.count;
                          })
                parts.count = one.count;
            if constexpr (requires { one.signal.value; })
                parts.signal = one.signal.value;
            return parts;
        },
        body);
}

bool matches(
    const WasSeen& wanted, const StreamTarget& target, const World& world, const Event& event)
{
    if (name(event.body) != wanted.event)
        return false;
    const EventParts parts = partsOf(event.body);
    if ((wanted.count && parts.count != wanted.count)
        || (wanted.signal != 0 && parts.signal != wanted.signal))
        return false;
    if (wanted.of.process.empty())
        return true;
    if (!wanted.of.stream.empty())
        return event.pid == target.pid() && target.fd() && parts.fd == target.fd();
    const Process* const process = processNamed(world, wanted.of.process);
    return process && process->pid == event.pid;
}

// Whether a state is true of a World. Histories are for the watch itself.
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
        const auto fd = m_target->fd();
        const Descriptor* const descriptor
            = fd ? m_world.descriptor(m_target->pid(), *fd) : nullptr;
        const Channel* const channel = descriptor ? m_world.channel(descriptor->channel) : nullptr;
        if (!channel)
            return false;
        const bool own = fd == 0 || !channel->twoWay();
        const End queue = !channel->twoWay() ? End::First
            : own                            ? descriptor->end
                                             : otherEnd(descriptor->end);
        return wanted.bytes.has(channel->queueAt(queue).bytes);
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
    bool operator()(const SwitchIs& wanted) const
    {
        const auto found = m_switches.find(wanted.name);
        return found != m_switches.end() && found->second == wanted.value;
    }
    template <typename History> bool operator()(const History&) const { return false; }

private:
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

ConditionWatch::ConditionWatch(Condition condition)
    : m_condition(std::move(condition))
{
    if (const auto stream = streamIn(m_condition.fact))
        m_target.emplace(*stream);
}

void ConditionWatch::take(const World& after, const Event& event, const SwitchValues& switches)
{
    if (m_target && m_target->follow(after)
        && std::holds_alternative<HasArrived>(m_condition.fact)) {
        m_count = 0;
        m_text.clear();
    }
    gather(after, event);
    if (m_condition.once)
        m_wasTrue = m_wasTrue || factHolds(after, switches);
}

void ConditionWatch::gather(const World& after, const Event& event)
{
    if (std::holds_alternative<HasArrived>(m_condition.fact)) {
        const auto* const read = std::get_if<BytesRead>(&event.body);
        const Process* const self = after.self();
        if (!read || !self || event.pid != self->pid || !read->channel
            || read->channel != m_target->channel())
            return;
        m_count += read->count;
        m_text += read->bytes.kept;
        if (m_text.size() > kMostText)
            m_text.erase(0, m_text.size() - kMostText);
    } else if (const auto* exit = std::get_if<HasExited>(&m_condition.fact)) {
        const auto* const exited = std::get_if<ProcessExited>(&event.body);
        const Process* const process = exited ? after.process(event.pid) : nullptr;
        if (process && (process->name == exit->process || process->stem() == exit->process)
            && matches(*exit, *exited))
            ++m_count;
    } else if (const auto* seen = std::get_if<WasSeen>(&m_condition.fact)) {
        if (matches(*seen, *m_target, after, event))
            ++m_count;
    }
}

bool ConditionWatch::factHolds(const World& world, const SwitchValues& switches) const
{
    if (const auto* arrived = std::get_if<HasArrived>(&m_condition.fact))
        return arrived->bytes.has(m_count) && m_text.find(arrived->text) != std::string::npos;
    if (std::holds_alternative<HasExited>(m_condition.fact))
        return m_count > 0;
    if (const auto* seen = std::get_if<WasSeen>(&m_condition.fact))
        return seen->times.has(m_count);
    return std::visit(
        StateCheck(world, switches, m_target ? &*m_target : nullptr), m_condition.fact);
}

bool ConditionWatch::holds(const World& world, const SwitchValues& switches) const
{
    const bool isTrue = m_condition.once ? m_wasTrue : factHolds(world, switches);
    return isTrue != m_condition.negated;
}

void ConditionWatch::beginAgain(const World& world)
{
    m_count = 0;
    m_text.clear();
    m_wasTrue = false;
    if (m_target) {
        m_target->forget();
        m_target->follow(world);
    }
}

} // namespace ipclab
