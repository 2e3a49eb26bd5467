// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_filter.h"

#include "ipc-core/base/signal_name.h"
#include "views/calls/call_result.h"
#include "views/common/event_search.h"
#include "views/common/transfer.h"
#include "views/common/wording.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

CallSort sortOf(Call call)
{
    if ((call >= Call::Read && call <= Call::CopyFileRange)
        || (call >= Call::Msgrcv && call <= Call::Msgsnd) || call == Call::MqTimedreceive
        || call == Call::MqTimedsend)
        return CallSort::Transfer;
    if (call >= Call::Open && call <= Call::Shutdown)
        return CallSort::Descriptor;
    if ((call >= Call::Pause && call <= Call::RtSigtimedwait)
        || (call >= Call::Kill && call <= Call::Setitimer))
        return CallSort::Signal;
    if (call == Call::Wait4 || call == Call::Waitid
        || (call >= Call::Execve && call <= Call::Clone3))
        return CallSort::Process;
    return CallSort::Other;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// `needle` in lower case, not empty. Letters beyond ASCII are looked for as they are.
bool contains(std::string_view text, std::string_view needle)
{
    if (text.size() < needle.size())
        return false;
    const char first = needle.front();
    const char capital
        = first >= 'a' && first <= 'z' ? static_cast<char>(first - 'a' + 'A') : first;
    const char* const last = text.data() + (text.size() - needle.size());
    for (const char* at = text.data(); at <= last; ++at) {
        if (*at != first && *at != capital)
            continue;
        if (std::equal(needle.begin() + 1, needle.end(), at + 1,
                [](char one, char other) { return one == lower(other); }))
            return true;
    }
    return false;
}

enum Answer : std::uint8_t { kNotKnown, kNo, kYes };
constexpr std::uint32_t kMostRemembered = 1U << 20; // a file may give a channel any number

template <typename Ask>
bool remembered(std::vector<std::uint8_t>& byChannel, ChannelId channel, const Ask& ask)
{
    if (channel.value >= kMostRemembered)
        return ask();
    if (channel.value >= byChannel.size())
        byChannel.resize(channel.value + std::size_t { 64 });
    std::uint8_t& known = byChannel[channel.value];
    if (known == kNotKnown)
        known = ask() ? kYes : kNo;
    return known == kYes;
}

bool contains(const QString& text, const QString& needle)
{
    return text.contains(needle, Qt::CaseInsensitive);
}

} // namespace

CallSort sortOf(const EventBody& begin)
{
    return std::
        visit(
            [](const auto& body) {
                using Body = std::decay_t<decltype(body)>;
                if constexpr (std::is_base_of_v<BytesMoved, Body>)
                    return CallSort::Transfer;
                else if constexpr (std::is_same_v<Body,
                                       CallEntered> || std::is_same_v<Body, CallReturned>)
                    return sortOf(body.call);
                else if constexpr (
                    std::is_same_v<Body,
                        DescriptorOpened> || std::is_same_v<Body, DescriptorClosed> || std::is_same_v<Body, DescriptorSent> || std::is_same_v<Body, ChannelAttached> || std::is_base_of_v<SocketNamed, Body>)
                    return CallSort::Descriptor;
                else if constexpr (
                    std::is_same_v<Body,
                        SignalSent> || std::is_same_v<Body, SignalDelivered> || std::is_same_v<Body, SignalIgnored> || std::is_same_v<Body, SignalActionSet> || std::is_same_v<Body, SignalMaskSet> || std::is_same_v<Body, ProcessStopped> || std::is_same_v<Body, ProcessContinued>)
                    return CallSort::Signal;
                else if constexpr (
                    std::is_same_v<Body,
                        ProcessStarted> || std::is_same_v<Body, ThreadStarted> || std::is_same_v<Body, ThreadExited> || std::is_same_v<Body, ProgramExecuted> || std::is_same_v<Body, ProcessExited> || std::is_same_v<Body, ProcessReaped> || std::is_same_v<Body, ProcessAdopted>)
                    return CallSort::Process;
                else
                    return CallSort::Other;
            },
            begin);
}

bool failed(const EventLog& log, CallRow row)
{
    const std::optional<EventIndex> end = endOf(log, row);
    const EventBody& last = log[end.value_or(row.begin)].body;
    if (const auto* const returned = std::get_if<CallReturned>(&last))
        return returned->error.value != 0;
    const BytesMoved* const moved = transferIn(last);
    return moved && moved->lost;
}

CallMatcher::CallMatcher(CallFilter filter)
    : m_filter(std::move(filter))
{
    readText();
}

void CallMatcher::readText()
{
    const QString text = m_filter.text;
    m_text = text.toLower().toStdString();
    if (m_text.empty())
        return;
    if (const std::size_t open = m_text.find('('); open != std::string::npos) {
        m_callText = m_text.substr(0, open);
        m_fdText = m_text.substr(open + 1);
    }
    for (std::size_t i = 0; i < m_calls.size(); ++i)
        m_calls[i] = contains(name(static_cast<Call>(i)), m_text);
    for (std::size_t i = 1; i < m_errors.size(); ++i)
        m_errors[i] = contains(QString::fromStdString(errorName(static_cast<int>(i))), text);
    for (std::size_t i = 1; i < m_signals.size(); ++i)
        m_signals[i] = contains(QString::fromStdString(signalName(static_cast<int>(i))), text);
}

void CallMatcher::forgetNames()
{
    m_pids.clear();
    m_lastPid.reset();
    m_channels.clear();
    m_files.clear();
}

bool CallMatcher::matches(
    const EventLog& log, const World& world, CallRow row, Nanoseconds now) const
{
    const Event& begin = log[row.begin];
    if (m_filter.pid && !isAbout(begin, { m_filter.pid, {} }))
        return false;
    if (m_filter.channel && channelOf(log, row) != m_filter.channel)
        return false;
    if (!isWanted(log, row, now))
        return false;
    if (!m_filter.files && !m_filter.channel && isOfFile(log, world, row))
        return false;
    if (const auto* const reaped = std::get_if<ProcessReaped>(&begin.body)) {
        const ipclab::Process* const by = world.process(reaped->by);
        if (by && by->self) // that IPC Lab has waited for it is of no interest
            return false;
    }
    return m_text.empty() || hasText(log, world, row);
}

bool CallMatcher::isWanted(const EventLog& log, CallRow row, Nanoseconds now) const
{
    const Event& begin = log[row.begin];
    switch (m_filter.wanted) {
    case CallsWanted::All:
        return true;
    case CallsWanted::Transfers:
        return sortOf(begin.body) == CallSort::Transfer;
    case CallsWanted::Descriptors:
        return sortOf(begin.body) == CallSort::Descriptor;
    case CallsWanted::Signals:
        return sortOf(begin.body) == CallSort::Signal;
    case CallsWanted::Processes:
        return sortOf(begin.body) == CallSort::Process;
    case CallsWanted::LongWaits: {
        const std::optional<EventIndex> end = endOf(log, row);
        return mayWait(begin.body) && (end ? log[*end].at : now) - begin.at > CallFilter::kLong;
    }
    case CallsWanted::Failures:
        return failed(log, row);
    }
    return true;
}

// What a program reads to load itself is of no interest, what it prints to a file is.
bool CallMatcher::isOfFile(const EventLog& log, const World& world, CallRow row) const
{
    const EventBody& begin = log[row.begin].body;
    if (std::holds_alternative<BytesWritten>(begin))
        return false;
    if (const auto* const returned = std::get_if<CallReturned>(&begin))
        return returned->call >= Call::Open && returned->call <= Call::Creat; // a path was tried
    const auto* const entered = std::get_if<CallEntered>(&begin);
    const bool opens = entered && entered->call >= Call::Open && entered->call <= Call::Creat;
    if (entered && !opens)
        return false;
    if (opens && failed(log, row))
        return true; // that took long, but a path was tried all the same
    const ChannelId channel = channelOf(log, row);
    return channel && isFile(world, channel);
}

bool CallMatcher::isFile(const World& world, ChannelId channel) const
{
    return remembered(m_files, channel, [&] {
        const Channel* const found = world.channel(channel);
        return found && found->kind == ChannelKind::File;
    });
}

bool CallMatcher::isNamed(const World& world, Pid pid) const
{
    if (m_lastPid && m_lastPid->first == pid) // most rows follow one of the same process
        return m_lastPid->second;
    const auto known = m_pids.find(pid);
    if (known == m_pids.end()) {
        const Process* const process = world.process(pid);
        const bool named = process && contains(processWithPid(*process), m_filter.text);
        m_lastPid = { pid, m_pids[pid] = named };
    } else {
        m_lastPid = *known;
    }
    return m_lastPid->second;
}

bool CallMatcher::isNamed(const World& world, ChannelId channel) const
{
    return channel && remembered(m_channels, channel, [&] {
        const Channel* const found = world.channel(channel);
        return found
            && (contains(channelLabel(world, channel), m_filter.text)
                || contains(QString::fromStdString(found->name), m_filter.text));
    });
}

bool CallMatcher::isCall(Call call, std::optional<int> fd) const
{
    if (m_calls[static_cast<std::size_t>(call)])
        return true;
    return !m_callText.empty() && fd && name(call).ends_with(m_callText)
        && (std::to_string(*fd) + ')').starts_with(m_fdText);
}

// By what the event holds; in words only what is neither call nor bytes.
bool CallMatcher::says(const EventBody& body) const
{
    if (const BytesMoved* const moved = transferIn(body))
        return isCall(moved->call, moved->fd) || contains(moved->bytes.kept, m_text)
            || contains(moved->address, m_text);
    if (const auto* const entered = std::get_if<CallEntered>(&body))
        return isCall(entered->call, entered->fd);
    if (const auto* const returned = std::get_if<CallReturned>(&body)) {
        const auto error = static_cast<std::size_t>(std::max(returned->error.value, 0));
        return isCall(returned->call, returned->fd) || (error < m_errors.size() && m_errors[error]);
    }
    if (const auto* const opened = std::get_if<DescriptorOpened>(&body))
        return isCall(opened->call, opened->fd);
    return std::visit(
        [&](const auto& one) {
            bool found = false;
            if constexpr (requires { one.remote; })
                found = contains(one.remote, m_text) || contains(one.local, m_text);
            if constexpr (requires { one.signal; })
                found = found
                    || (one.signal.value > 0 && one.signal.value < 65
                        && m_signals[static_cast<std::size_t>(one.signal.value)]);
            return found;
        },
        body);
}

bool CallMatcher::hasText(const EventLog& log, const World& world, CallRow row) const
{
    const Event& begin = log[row.begin];
    if (says(begin.body) || isNamed(world, begin.pid) || isNamed(world, channelOf(log, row)))
        return true;
    const std::optional<EventIndex> end = endOf(log, row);
    if (end && says(log[*end].body))
        return true;
    const bool prose = !transferIn(begin.body) && !mayWait(begin.body)
        && !std::holds_alternative<DescriptorOpened>(begin.body)
        && !std::holds_alternative<DescriptorClosed>(begin.body)
        && !std::holds_alternative<CallReturned>(begin.body);
    return prose && contains(whatIsCalled(log, world, row), m_filter.text);
}

} // namespace ipclab
