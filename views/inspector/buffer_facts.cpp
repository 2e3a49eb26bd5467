// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/visible_bytes.h"
#include "views/common/wording_sizes.h"
#include "views/common/wording_tr.h"
#include "views/inspector/fact_rows.h"
#include "views/inspector/waiting_bytes.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kMostBuffers = 8;
constexpr std::size_t kMostShown = WaitingBytes::kMost; // bytes of each

QString levelOf(quint64 bytes, quint64 capacity)
{
    if (capacity == 0)
        return bytesInWords(bytes);
    return ipclab::InspectorWords::tr("%1 of %2 bytes").arg(countText(bytes), countText(capacity));
}

double shareOf(std::uint64_t bytes, std::uint64_t capacity)
{
    return capacity > 0 ? std::min(1.0, static_cast<double>(bytes) / static_cast<double>(capacity))
                        : 0;
}

QString sentence(const QStringList& parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(QLatin1Char(' '));
}

BufferFact bufferFact(const World& world, const Process& process, const Stream& stream)
{
    const Descriptor* const descriptor = world.descriptor(process.pid, stream.fd);
    const Channel* const channel = descriptor ? world.channel(descriptor->channel) : nullptr;
    const bool isOut = stream.pending > 0;
    const std::uint64_t count = isOut ? stream.pending : stream.unread;
    const std::string_view shown
        = std::string_view(stream.bytes).substr(0, std::min<std::uint64_t>(count, kMostShown));
    BufferFact fact;
    fact.title = streamTitle(process, stream);
    if (channel && count > 0)
        fact.title += (isOut ? QStringLiteral(" → ") : QStringLiteral(" ← "))
            + channelLabel(world, channel->id);
    const bool unbuffered = stream.mode == BufferMode::None && count == 0;
    fact.level = unbuffered ? InspectorWords::tr("unbuffered") : levelOf(count, stream.capacity);
    fact.share = shareOf(count, stream.capacity);
    fact.ink = isOut ? Ink::WriterBytes : Ink::ReaderBytes;
    fact.bytes = visibleText(shown);
    if (unbuffered)
        fact.rest = InspectorWords::tr("Each write, or read, is a call of its own.");
    if (count > shown.size())
        fact.rest = InspectorWords::tr("… and %1 that are not shown")
                        .arg(bytesInWords(count - shown.size()));
    if (count > 0)
        fact.size = sentence({ whenItGoesOn(stream),
            whyThisSize(stream, channel ? channel->kind : ChannelKind::File) });
    return fact;
}

BufferFact contentFact(const World& world, const LogView& log, const Channel& channel, End queue)
{
    const Queue& waits = channel.queueAt(queue);
    BufferFact fact;
    const QString reader = channel.twoWay() ? towards(world, channel, queue) : QString();
    fact.title = reader.isEmpty() ? InspectorWords::tr("waiting") : reader;
    fact.level = levelOf(waits.bytes, waits.capacity.value_or(0));
    fact.share = shareOf(waits.bytes, waits.capacity.value_or(0));
    fact.size = whyThisSize(channel, queue);
    if (waits.bytes == 0)
        return fact;
    const std::optional<WaitingBytes> found = waitingBytes(log, channel, queue);
    if (!found) {
        fact.rest = InspectorWords::tr("Which bytes these are is not known.");
        return fact;
    }
    fact.bytes = visibleText(found->bytes);
    QStringList rest;
    if (found->before > 0)
        rest += InspectorWords::tr("%1 in front of these were written too long ago to be shown.")
                    .arg(bytesInWords(found->before));
    if (found->after > 0)
        rest += InspectorWords::tr("… and %1 that are not shown").arg(bytesInWords(found->after));
    fact.rest = sentence(rest);
    return fact;
}

} // namespace

QString towards(const World& world, const Channel& channel, End queue)
{
    const std::vector<Holder> readers = world.readers(channel.id, queue);
    const Process* const reader = readers.empty() ? nullptr : world.process(readers.front().pid);
    return reader ? QStringLiteral("→ ") + processName(world, *reader) : QString();
}

std::vector<BufferFact> bufferFacts(const World& world, const Process& process)
{
    std::vector<const Stream*> streams;
    for (const Stream& stream : process.streams)
        streams.push_back(&stream);
    std::ranges::stable_partition(
        streams, [](const Stream* stream) { return stream->pending + stream->unread > 0; });
    streams.resize(std::min(streams.size(), kMostBuffers));
    std::vector<BufferFact> facts;
    for (const Stream* const stream : streams)
        facts.push_back(bufferFact(world, process, *stream));
    return facts;
}

std::vector<BufferFact> contentFacts(const World& world, const LogView& log, const Channel& channel)
{
    std::vector<BufferFact> facts;
    if (!channel.carriesBytes() || channel.kind == ChannelKind::File)
        return facts;
    for (const End queue : { End::First, End::Second }) {
        if (queue == End::First || channel.twoWay())
            facts.push_back(contentFact(world, log, channel, queue));
    }
    return facts;
}

} // namespace ipclab
