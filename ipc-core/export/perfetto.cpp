// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/perfetto.h"

#include "ipc-core/analysis/byte_flows.h"
#include "ipc-core/export/channel_labels.h"
#include "ipc-core/export/closed_channels.h"
#include "ipc-core/export/lives.h"
#include "ipc-core/export/perfetto_notes.h"
#include "ipc-core/export/perfetto_tracks.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>

namespace ipclab {

namespace {

using Type = TrackEvent::Type;

// The arrows of a log by the event at either of their ends; asked for in the order of events.
class Arrows {
public:
    explicit Arrows(std::vector<ByteFlow> flows)
        : m_flows(std::move(flows))
    {
        for (std::size_t i = 0; i < m_flows.size(); ++i)
            m_ends.emplace_back(m_flows[i].to, i + 1);
        std::ranges::sort(m_ends);
    }

    void addTo(TrackEvent& event, EventIndex index)
    {
        for (; m_from < m_flows.size() && m_flows[m_from].from <= index; ++m_from) {
            if (m_flows[m_from].from == index)
                event.flow(m_from + 1);
        }
        for (; m_to < m_ends.size() && m_ends[m_to].first <= index; ++m_to) {
            if (m_ends[m_to].first == index)
                event.flow(m_ends[m_to].second);
        }
    }

private:
    std::vector<ByteFlow> m_flows; // the how-manieth is its number, from 1
    std::vector<std::pair<EventIndex, std::uint64_t>> m_ends;
    std::size_t m_from = 0;
    std::size_t m_to = 0;
};

class PerfettoTrace {
public:
    PerfettoTrace(const LogView& log, const ExportOptions& options, const Sink& sink)
        : m_log(log)
        , m_options(options)
        , m_labels(m_world, options)
        , m_label([this](ChannelId id) { return m_labels.of(id); })
        , m_packets(sink)
        , m_tracks(m_packets, options, livesOf(log))
        , m_arrows(byteFlows(log))
    {
    }
    PerfettoTrace(const PerfettoTrace&) = delete;
    PerfettoTrace& operator=(const PerfettoTrace&) = delete;

    Status write()
    {
        for (m_index = 0; m_index < m_log.size() && !m_packets.failed(); ++m_index) {
            take(m_log[m_index]);
            m_options.tell(m_index + 1);
        }
        return m_packets.finish();
    }

    // What each event is in the trace: an instant with its own name, but for these.
    template <typename Body> void operator()(const Body& body)
    {
        addNoted({ Type::Instant, m_track, Body::kName, "event" }, body);
    }
    void operator()(const DescriptorOpened&) { }
    void operator()(const DescriptorClosed&) { }
    void operator()(const ChannelCreated&) { }
    void operator()(const ProgramBegan&) { }
    void operator()(const ChannelHeld&) { }
    void operator()(const ChannelLevel&) { }
    void operator()(const CallEntered& body);
    void operator()(const CallReturned& body);
    void operator()(const BytesWritten& body) { moved(body, BytesWritten::kName); }
    void operator()(const BytesRead& body) { moved(body, BytesRead::kName); }
    void operator()(const SocketConnected& body) { named(body, SocketConnected::kName); }
    void operator()(const SocketAccepted& body) { named(body, SocketAccepted::kName); }
    void operator()(const ProgramExecuted& body);
    void operator()(const ThreadExited& body);
    void operator()(const ProcessExited& body);
    void operator()(const StdioLevel& body);
    void operator()(const FindingBegan& body);
    void operator()(const FindingEnded& body);
    void operator()(const UserAction& body);

private:
    using FindingKey
        = std::tuple<FindingKind, std::vector<Pid>, std::vector<ChannelId>, std::vector<Tid>>;
    static FindingKey keyOf(const FindingNoted& body)
    {
        return { body.kind, { body.pids.begin(), body.pids.end() },
            { body.channels.begin(), body.channels.end() },
            { body.tids.begin(), body.tids.end() } };
    }

    void take(const Event& event);
    void add(const TrackEvent& event) { m_packets.event(m_at, event); }
    template <typename Body> void addNoted(TrackEvent event, const Body& body)
    {
        Body::fields(body, FieldNotes(event, m_label));
        m_arrows.addTo(event, m_index);
        add(event);
    }
    void moved(const BytesMoved& body, std::string_view what);
    void named(const SocketNamed& body, std::string_view what);
    bool leaveWait(); // false: there was none
    void endWait();
    void endAllWaits(); // of the process
    void noteTouched(const Event& event);
    void countTouched();
    void count(TrackId track, std::uint64_t value);

    const LogView& m_log;
    World m_world;
    const ExportOptions& m_options;
    ChannelLabels m_labels;
    FieldNotes::Label m_label;
    PerfettoPackets m_packets;
    PerfettoTracks m_tracks;
    Arrows m_arrows;
    Lives m_lives;
    EventIndex m_index = 0;
    Nanoseconds m_at = 0; // never goes back
    std::optional<std::size_t> m_life; // whose event it is
    Tid m_tid;
    TrackId m_track {};
    std::set<std::pair<std::size_t, Tid>> m_waiting; // who has a slice without an end
    std::vector<ChannelId> m_touched; // by the event
    std::map<TrackId, std::uint64_t> m_counted;
    std::map<FindingKey, TrackId> m_found; // in force
};

void PerfettoTrace::take(const Event& event)
{
    m_at = std::max(m_at, event.at);
    m_life = m_lives.take(event);
    m_tid = event.tid;
    const bool isPersons = std::holds_alternative<UserAction>(event.body);
    m_track = m_life && !isPersons ? m_tracks.thread(*m_life, m_tid) : TrackId {};
    noteTouched(event);
    apply(m_world, event);
    m_labels.take(event);
    std::visit(*this, event.body);
    countTouched();
}

bool PerfettoTrace::leaveWait()
{
    return m_life && m_waiting.erase({ *m_life, m_tid }) > 0;
}

void PerfettoTrace::endWait()
{
    if (leaveWait())
        add({ Type::SliceEnd, m_track });
}

void PerfettoTrace::endAllWaits()
{
    if (!m_life)
        return;
    const auto first
        = m_waiting.lower_bound({ *m_life, Tid { std::numeric_limits<std::int32_t>::min() } });
    auto last = first;
    for (; last != m_waiting.end() && last->first == *m_life; ++last)
        add({ Type::SliceEnd, m_tracks.thread(*m_life, last->second) });
    m_waiting.erase(first, last);
}

void PerfettoTrace::operator()(const CallEntered& body)
{
    endWait();
    addNoted({ Type::SliceBegin, m_track, name(body.call), "wait" }, body);
    if (m_life)
        m_waiting.insert({ *m_life, m_tid });
}

void PerfettoTrace::operator()(const CallReturned& body)
{
    if (leaveWait())
        addNoted({ Type::SliceEnd, m_track }, body);
    else
        addNoted({ Type::Instant, m_track, name(body.call), "call" }, body);
}

void PerfettoTrace::moved(const BytesMoved& body, std::string_view what)
{
    endWait();
    const bool known = body.call != Call::Unknown;
    addNoted({ Type::Instant, m_track, known ? name(body.call) : what, "bytes" }, body);
}

void PerfettoTrace::named(const SocketNamed& body, std::string_view what)
{
    endWait();
    addNoted({ Type::Instant, m_track, what, "event" }, body);
}

void PerfettoTrace::operator()(const ProgramExecuted& body)
{
    endAllWaits();
    addNoted({ Type::Instant, m_track, ProgramExecuted::kName, "event" }, body);
}

void PerfettoTrace::operator()(const ThreadExited& body)
{
    endWait();
    addNoted({ Type::Instant, m_track, ThreadExited::kName, "event" }, body);
}

void PerfettoTrace::operator()(const ProcessExited& body)
{
    endAllWaits();
    addNoted({ Type::Instant, m_track, ProcessExited::kName, "event" }, body);
}

void PerfettoTrace::operator()(const StdioLevel& body)
{
    if (!m_life)
        return;
    count(m_tracks.stream(*m_life, body, "pending"), body.gone ? 0 : body.pending);
    count(m_tracks.stream(*m_life, body, "unread"), body.gone ? 0 : body.unread);
}

void PerfettoTrace::operator()(const FindingBegan& body)
{
    const auto [place, isNew] = m_found.try_emplace(keyOf(body));
    if (!isNew)
        return;
    place->second = m_tracks.newFinding(body.kind);
    addNoted({ Type::SliceBegin, place->second, name(body.kind), "finding" }, body);
}

void PerfettoTrace::operator()(const FindingEnded& body)
{
    const FindingKey key = keyOf(body);
    const auto found = m_found.lower_bound(key);
    // Sessions of before do not say whose threads: the first that it can be.
    FindingKey at = found == m_found.end() ? FindingKey {} : found->first;
    if (body.tids.empty())
        std::get<std::vector<Tid>>(at).clear();
    if (found == m_found.end() || at != key)
        return;
    add({ Type::SliceEnd, found->second });
    m_found.erase(found);
}

void PerfettoTrace::operator()(const UserAction& body)
{
    addNoted({ Type::Instant, m_tracks.person(), body.what, "user" }, body);
}

// What holds less or more afterwards: a process that ends loses what only it could read.
void PerfettoTrace::noteTouched(const Event& event)
{
    m_touched = channelsClosedBy(m_world, event);
    if (const auto* const level = std::get_if<ChannelLevel>(&event.body))
        m_touched.push_back(level->channel);
    else if (const auto* const written = std::get_if<BytesWritten>(&event.body))
        m_touched.push_back(written->channel);
    else if (const auto* const read = std::get_if<BytesRead>(&event.body))
        m_touched.push_back(read->channel);
}

void PerfettoTrace::countTouched()
{
    for (const ChannelId id : m_touched) {
        const Channel* const channel = m_world.channel(id);
        if (!channel || !channel->carriesBytes())
            continue;
        for (const End end : { End::First, End::Second }) {
            if (end == End::First || channel->twoWay())
                count(m_tracks.queue(m_world, *channel, end), channel->queueAt(end).bytes);
        }
    }
}

void PerfettoTrace::count(TrackId track, std::uint64_t value)
{
    const auto [known, isNew] = m_counted.try_emplace(track, value);
    if (!isNew && known->second == value)
        return;
    known->second = value;
    TrackEvent event { Type::Counter, track };
    event.counter(value);
    add(event);
}

} // namespace

Status exportPerfetto(const LogView& log, const ExportOptions& options, const Sink& sink)
{
    return PerfettoTrace(log, options, sink).write();
}

} // namespace ipclab
