// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_index.h"

#include "views/common/action_wording.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

bool makesTwo(Call call)
{
    return call == Call::Pipe || call == Call::Pipe2 || call == Call::Socketpair;
}

// Told by an event of its own, too, which says more.
bool isAccept(Call call)
{
    return call == Call::Accept || call == Call::Accept4;
}

bool opens(Call call)
{
    return (call >= Call::Open && call <= Call::MqOpen && call != Call::Close)
        || call == Call::Socket || call == Call::Socketpair;
}

// A call, or a pair.
bool mayEnd(const EventBody& body)
{
    return std::visit(
        [](const auto& one) {
            using Body = std::decay_t<decltype(one)>;
            return requires
            {
                one.call;
            }
            || std::is_base_of_v<SocketNamed,
                Body> || std::is_same_v<Body, ProcessExited> || std::is_same_v<Body, ThreadExited> || std::is_same_v<Body, ProgramExecuted>;
        },
        body);
}

} // namespace

// Takes one event into the index.
class CallIndex::Taking {
public:
    Taking(CallIndex& index, const Event& event, std::uint32_t at)
        : m_index(index)
        , m_event(event)
        , m_at(at)
    {
    }

    void operator()(const CallEntered& body) const
    {
        endCall(); // how it ended was not seen
        begin(body.call);
    }
    void operator()(const LockWaiting&) const
    {
        if (!m_index.m_open.contains(m_event.tid))
            begin(Call::Futex);
    }
    void operator()(const CallReturned& body) const
    {
        const bool told = body.error.value == 0 && opens(body.call);
        if (!endCall() && !told) // what was opened has said so
            add();
    }
    void operator()(const BytesWritten& body) const { endOrAdd(body.call); }
    void operator()(const BytesRead& body) const { endOrAdd(body.call); }
    void operator()(const SocketConnected&) const { endOrAdd(Call::Connect); }
    void operator()(const SocketAccepted&) const
    {
        if (const Call call = openCall(); isAccept(call))
            endCall();
        else
            add();
    }
    void operator()(const SocketBound&) const { add(); }
    void operator()(const SocketListening&) const { add(); }
    void operator()(const DescriptorOpened& body) const
    {
        m_index.m_descriptors[m_event.pid][body.fd] = body.channel;
        if (body.call == Call::Unknown || isAccept(body.call))
            return;
        if (makesTwo(body.call) && endPair())
            return;
        if (openCall() == body.call && opens(body.call)) {
            endCall();
            return;
        }
        add();
        if (makesTwo(body.call))
            m_index.m_pairs[m_event.tid] = m_index.size() - 1;
    }
    void operator()(const DescriptorClosed& body) const
    {
        std::map<int, ChannelId>& open = m_index.m_descriptors[m_event.pid];
        const auto found = open.find(body.fd);
        add(found == open.end() ? CallRow::kNone : found->second.value);
        if (found != open.end())
            open.erase(found);
    }
    void operator()(const SignalIgnored&) const { add(m_index.m_ignored.has(m_event) ? 1 : 0); }
    void operator()(const ProcessStarted& body) const
    {
        constexpr std::size_t kMost = 65'536; // descriptors to be copied, fork(2)
        const auto maker = m_index.m_descriptors.find(makerOf(body));
        if (maker != m_index.m_descriptors.end() && maker->second.size() < kMost) {
            std::map<int, ChannelId> copy = maker->second;
            m_index.m_descriptors[m_event.pid] = std::move(copy);
        }
        if (!body.self)
            add();
    }
    void operator()(const ThreadExited&) const
    {
        endCall();
        add();
    }
    void operator()(const ProgramExecuted&) const
    {
        endCallsOfProcess();
        add();
    }
    void operator()(const ProcessExited&) const
    {
        endCallsOfProcess();
        m_index.m_descriptors.erase(m_event.pid);
        add();
    }
    void operator()(const UserAction& body) const
    {
        if (!didWords({}, body).isEmpty())
            add();
    }
    // What a row shows, or what only refines the picture.
    template <typename Body> void operator()(const Body&) const
    {
        constexpr bool kShown = std::
                                    is_same_v<Body, ThreadStarted> || std::is_same_v<Body, ProcessReaped> || std::is_same_v<Body, ProcessAdopted> || std::is_same_v<Body, ProcessStopped> || std::is_same_v<Body, ProcessContinued> || std::is_same_v<Body, ChannelAttached> || std::is_same_v<Body, DescriptorSent> || std::is_same_v<Body, SignalSent> || std::is_same_v<Body, SignalDelivered> || std::is_same_v<Body, SignalActionSet> || std::is_same_v<Body, SignalMaskSet> || std::is_same_v<Body, LimitNoted>;
        if constexpr (kShown)
            add();
    }

private:
    void add(std::uint32_t more = CallRow::kNone) const
    {
        m_index.m_rows.push_back({ m_at, more });
    }
    void begin(Call call) const
    {
        add();
        m_index.m_open[m_event.tid] = { m_index.size() - 1, m_event.pid, call };
    }
    [[nodiscard]] Call openCall() const
    {
        const auto open = m_index.m_open.find(m_event.tid);
        return open == m_index.m_open.end() ? Call::Unknown : open->second.call;
    }
    void end(std::uint32_t row) const
    {
        m_index.m_rows[row].more = m_at;
        m_index.m_ended.push_back(row);
    }
    bool endCall() const
    {
        const auto open = m_index.m_open.find(m_event.tid);
        if (open == m_index.m_open.end())
            return false;
        end(open->second.row);
        m_index.m_open.erase(open);
        return true;
    }
    // A handler may run calls of its own while another waits to be begun again, signal(7).
    void endOrAdd(Call call) const
    {
        if (openCall() == call || openCall() == Call::RestartSyscall || call == Call::Unknown) {
            if (endCall())
                return;
        }
        add();
    }
    bool endPair() const
    {
        const auto first = m_index.m_pairs.find(m_event.tid);
        if (first == m_index.m_pairs.end())
            return false;
        end(first->second);
        m_index.m_pairs.erase(first);
        return true;
    }
    void endCallsOfProcess() const
    {
        std::erase_if(m_index.m_open, [&](const auto& entry) {
            if (entry.second.pid != m_event.pid)
                return false;
            end(entry.second.row);
            return true;
        });
    }

    CallIndex& m_index;
    const Event& m_event;
    const std::uint32_t m_at;
};

void CallIndex::clear()
{
    *this = {};
}

EventIndex CallIndex::take(const EventLog& log, EventIndex end, EventIndex most)
{
    const EventIndex from = m_taken;
    const EventIndex until = std::min(end, from + most);
    for (; m_taken < until; ++m_taken) {
        const Event& event = log[m_taken];
        m_ignored.take(event);
        std::visit(Taking(*this, event, static_cast<std::uint32_t>(m_taken)), event.body);
    }
    return m_taken - from;
}

std::uint32_t CallIndex::countBefore(EventIndex event) const
{
    const auto place = std::ranges::lower_bound(m_rows, event, {}, &CallRow::begin);
    return static_cast<std::uint32_t>(place - m_rows.begin());
}

std::optional<std::uint32_t> CallIndex::rowOf(const EventLog& log, EventIndex event) const
{
    constexpr std::uint32_t kFar = 100'000; // rows that began since; further is not looked
    const std::uint32_t count = countBefore(event + 1);
    if (count == 0)
        return std::nullopt;
    if (m_rows[count - 1].begin == event)
        return count - 1;
    if (!mayEnd(log[event].body))
        return count - 1;
    for (std::uint32_t row = count; row > 0 && count - row < kFar; --row) {
        const CallRow one = m_rows[row - 1];
        if (one.more == event && endOf(log, one) == event)
            return row - 1;
    }
    return count - 1;
}

std::vector<std::uint32_t> CallIndex::takeEnded()
{
    return std::exchange(m_ended, {});
}

std::vector<std::uint32_t> CallIndex::open() const
{
    std::vector<std::uint32_t> rows;
    rows.reserve(m_open.size());
    for (const auto& [tid, call] : m_open)
        rows.push_back(call.row);
    return rows;
}

} // namespace ipclab
