// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/pcapng.h"

#include "ipc-core/events/channel_kinds.h"
#include "ipc-core/export/clean_text.h"
#include "ipc-core/export/closed_channels.h"
#include "ipc-core/export/conversation.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace ipclab {

namespace {

constexpr std::size_t kLongestName = 80;
constexpr std::uint16_t kFirstPort = 61'000; // nothing that Wireshark knows a protocol of

bool isStream(const Channel& channel)
{
    return !channel.datagram
        && (channel.twoWay() || channel.kind == ChannelKind::Pipe
            || channel.kind == ChannelKind::Fifo);
}

bool hasConversation(const Channel& channel)
{
    return channel.carriesBytes() && !channel.backlog;
}

// What an end's address is called: "pipe-A.write".
std::string endName(const std::string& label, const Channel& channel, End end)
{
    std::string name = label;
    std::ranges::replace(name, ' ', '-');
    if (channel.oneWay())
        return name + (end == End::First ? ".read" : ".write");
    return name + '.' + std::string(ipclab::name(end));
}

class PcapngFile {
public:
    PcapngFile(const LogView& log, const ExportOptions& options, const Sink& sink)
        : m_log(log)
        , m_options(options)
        , m_blocks(sink)
    {
    }

    Status write()
    {
        m_blocks.begin("IPC Lab");
        for (EventIndex i = 0; i < m_log.size() && !m_blocks.failed(); ++i) {
            take(m_log[i]);
            m_options.tell(i + 1);
        }
        return m_blocks.finish();
    }

    // Once the World knows of it.
    template <typename Body> void operator()(const Body&) { }
    void operator()(const ChannelCreated& body);
    void operator()(const SocketConnected& body) { noteAddresses(body); }
    void operator()(const SocketAccepted& body) { noteAddresses(body); }
    void operator()(const BytesWritten& body);
    void operator()(const BytesRead& body);

private:
    using Places = std::array<std::optional<InternetPlace>, 2>; // by End

    void take(const Event& event);
    void noteAddresses(const SocketNamed& body);
    std::array<InternetPlace, 2> placesOf(const Channel& channel);
    StreamConversation& streamOf(const Channel& channel, End client);
    void sendDatagram(const Channel& channel, const BytesMoved& body);
    [[nodiscard]] Transfer transferOf(const BytesMoved& body, End end) const;
    [[nodiscard]] std::string whoDid(std::string_view what) const;
    void tellClosed();
    bool mayBeHeld(const Channel& channel, End end);
    [[nodiscard]] Nanoseconds at() const { return m_options.startedAt + m_at; }

    const LogView& m_log;
    const ExportOptions& m_options;
    PcapngBlocks m_blocks;
    World m_world;
    const Event* m_event = nullptr;
    Nanoseconds m_at = 0; // never goes back
    std::map<ChannelId, Places> m_known; // addresses that were said
    std::map<ChannelId, std::array<InternetPlace, 2>> m_places; // as they are in the file
    std::map<ChannelId, StreamConversation> m_streams;
    std::uint32_t m_sequence = 0;
    std::set<ChannelId> m_sent; // through another: who holds it is not followed
    std::vector<ChannelId> m_closing; // a descriptor of it is closed by this event
    std::uint64_t m_spare = 1'000'000; // segments, for writes that need more than one
    std::uint64_t m_looks = 300'000'000; // for who still holds an end
};

void PcapngFile::take(const Event& event)
{
    constexpr Nanoseconds kLatest = Nanoseconds { 1 } << 60; // 36 years
    m_event = &event;
    m_at = std::max(m_at, std::min(event.at, kLatest));
    m_closing = channelsClosedBy(m_world, event);
    if (const auto* const sent = std::get_if<DescriptorSent>(&event.body)) {
        if (const Descriptor* const open = m_world.descriptor(event.pid, sent->fd))
            m_sent.insert(open->channel);
    }
    apply(m_world, event);
    std::visit(*this, event.body);
    tellClosed();
}

// "child.py[4102] write(1) = 29"
std::string PcapngFile::whoDid(std::string_view what) const
{
    const Process* const process = m_world.process(m_event->pid);
    std::string name = process ? cleanText(process->name, kLongestName) : std::string();
    return name + '[' + std::to_string(m_event->pid.value) + "] " + std::string(what);
}

Transfer PcapngFile::transferOf(const BytesMoved& body, End end) const
{
    const bool known = body.call != Call::Unknown;
    std::string what(known ? name(body.call) : name(m_event->body));
    what += '(' + std::to_string(body.fd) + ") = " + std::to_string(body.count);
    return { at(), end, body.bytes.kept, body.count, whoDid(what) };
}

void PcapngFile::operator()(const ChannelCreated& body)
{
    const Channel& channel = *m_world.channel(body.channel);
    // Of a socket it is not known yet what it will be.
    if (isStream(channel) && !mayConnect(channel.kind))
        streamOf(channel, channel.oneWay() ? End::Second : End::First);
}

// Whose socket it is knows its own as local. Only what is said before the first packet counts.
void PcapngFile::noteAddresses(const SocketNamed& body)
{
    const Descriptor* const open = m_world.descriptor(m_event->pid, body.fd);
    const Channel* const channel = m_world.channel(body.channel);
    if (!open || !channel || open->channel != body.channel || channel->datagram)
        return;
    const std::optional<InternetPlace> local = internetPlaceOf(body.local);
    const std::optional<InternetPlace> remote = internetPlaceOf(body.remote);
    if (local && remote && local->address.v6 == remote->address.v6) {
        Places& known = m_known[body.channel];
        known[indexOf(open->end)] = local;
        known[indexOf(otherEnd(open->end))] = remote;
    }
    if (isStream(*channel) && hasConversation(*channel))
        streamOf(*channel, End::First);
}

std::array<InternetPlace, 2> PcapngFile::placesOf(const Channel& channel)
{
    const auto found = m_places.find(channel.id);
    if (found != m_places.end())
        return found->second;
    const auto known = m_known.find(channel.id);
    if (known != m_known.end())
        return m_places[channel.id] = { *known->second[0], *known->second[1] };
    const std::size_t number = m_places.size() + 1;
    const auto octet = [&](unsigned shift) { return static_cast<std::uint8_t>(number >> shift); };
    const std::string label = m_options.labelOf(m_world, channel.id);
    std::array<InternetPlace, 2> places;
    for (const End end : { End::First, End::Second }) {
        InternetPlace& place = places[indexOf(end)];
        place.address = loopbackAddress(end == End::First ? 1 : 2, octet(8), octet(0));
        place.port = static_cast<std::uint16_t>(kFirstPort + (number >> 16));
        m_blocks.nameAddress(place.address, endName(label, channel, end));
    }
    return m_places[channel.id] = places;
}

StreamConversation& PcapngFile::streamOf(const Channel& channel, End client)
{
    constexpr std::uint32_t kApart = 0x10000; // so that an address used again begins elsewhere
    const auto found = m_streams.find(channel.id);
    if (found != m_streams.end() && !found->second.over())
        return found->second;
    // A terminal may be used again when all had closed it: another conversation of the same places.
    m_sequence += kApart;
    const auto made
        = m_streams.insert_or_assign(channel.id, StreamConversation(placesOf(channel), m_sequence));
    made.first->second.begin(m_blocks, at(), client,
        m_options.labelOf(m_world, channel.id) + ' ' + cleanText(channel.name, kLongestName));
    return made.first->second;
}

void PcapngFile::operator()(const BytesWritten& body)
{
    const Channel* const channel = m_world.channel(body.channel);
    if (!channel || !hasConversation(*channel))
        return;
    if (!isStream(*channel))
        return sendDatagram(*channel, body);
    const End end = channel->oneWay() ? End::Second : body.end;
    if (body.count > 0)
        streamOf(*channel, end).write(m_blocks, transferOf(body, end), m_spare);
}

void PcapngFile::operator()(const BytesRead& body)
{
    const Channel* const channel = m_world.channel(body.channel);
    if (!channel || !hasConversation(*channel) || !isStream(*channel))
        return;
    const End end = channel->oneWay() ? End::First : body.end;
    streamOf(*channel, otherEnd(end))
        .read(m_blocks, transferOf(body, end), !channel->countsFromLevel());
}

void PcapngFile::sendDatagram(const Channel& channel, const BytesMoved& body)
{
    if (!m_known.contains(channel.id) && !m_places.contains(channel.id)) {
        const std::optional<InternetPlace> receiver = internetPlaceOf(channel.local);
        if (receiver && !receiver->address.v6)
            m_known[channel.id]
                = { receiver, InternetPlace { loopbackAddress(2, 0, 0), kFirstPort } };
    }
    const std::array<InternetPlace, 2> places = placesOf(channel);
    const bool toFirst = channel.oneWay() || body.end == End::Second;
    const Transfer sent = transferOf(body, body.end);
    const Content content { sent.kept.substr(0, sent.count), std::min(sent.count, kMostContent) };
    const std::string packet = udpPacket(places[toFirst ? 1 : 0], places[toFirst ? 0 : 1], content);
    const std::uint64_t cut = content.length - std::min(content.kept.size(), content.length);
    m_blocks.packet(at(), packet, static_cast<std::uint32_t>(packet.size() + cut),
        sent.comment + (body.lost ? " lost" : ""));
}

bool PcapngFile::mayBeHeld(const Channel& channel, End end)
{
    if (channel.oneWay() && end == End::Second)
        return mayBeWritten(m_world, channel.id, End::First, m_looks);
    return mayBeRead(m_world, channel.id, end, m_looks);
}

// Of a FIFO and a terminal an end may be opened again while somebody has the other.
void PcapngFile::tellClosed()
{
    for (const ChannelId id : m_closing) {
        const Channel* const channel = m_world.channel(id);
        const auto stream = m_streams.find(id);
        if (!channel || stream == m_streams.end() || channel->outside || m_sent.contains(id))
            continue;
        const bool again = channel->kind == ChannelKind::Fifo || channel->kind == ChannelKind::Pty;
        const std::array held { mayBeHeld(*channel, End::First), mayBeHeld(*channel, End::Second) };
        for (const End end : { End::First, End::Second }) {
            const bool closed = channel->held[indexOf(end)] && !held[indexOf(end)];
            if (closed && !(again && held[indexOf(otherEnd(end))]))
                stream->second.close(m_blocks, at(), end, whoDid(name(m_event->body)));
        }
    }
}

} // namespace

Status exportPcapng(const LogView& log, const ExportOptions& options, const Sink& sink)
{
    return PcapngFile(log, options, sink).write();
}

} // namespace ipclab
