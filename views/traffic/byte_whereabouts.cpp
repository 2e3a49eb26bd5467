// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/byte_whereabouts.h"

#include "views/common/look.h"
#include "views/common/numbers.h"
#include "views/common/transfer.h"
#include "views/common/wording.h"
#include "views/traffic/byte_streams.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kMostParts = 4096; // as many as an event keeps bytes
constexpr std::size_t kMostPlaces = 3;

struct WhereaboutsWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::WhereaboutsWords)
};

// One row's bytes, put into words.
struct Telling {
    const RowSources& from;
    const ProcessSigns& signs;
    const Look& look;

    [[nodiscard]] QString link(EventIndex index, const QString& words) const
    {
        return QStringLiteral("<a href=\"%1\" style=\"color: %2\">%3</a>")
            .arg(index)
            .arg(look.colour(Ink::Accent).name(), words);
    }
    // "▲ writer.py at +4.040 s", which goes there.
    [[nodiscard]] QString step(EventIndex index) const
    {
        const Event& event = from.log[index];
        return link(index,
            WhereaboutsWords::tr("%1 at %2")
                .arg(signedName(from.world, event.pid, signs, look), unbroken(event.at)));
    }
    // Of one process the name once: "▲ writer.py at +4.040 s, +4.050 s, 2 more".
    [[nodiscard]] QString steps(const std::vector<EventIndex>& events) const
    {
        QStringList named;
        Pid before;
        for (std::size_t i = 0; i < std::min(events.size(), kMostPlaces); ++i) {
            const Event& event = from.log[events[i]];
            named += event.pid == before ? link(events[i], unbroken(event.at)) : step(events[i]);
            before = event.pid;
        }
        if (events.size() > kMostPlaces)
            named += WhereaboutsWords::tr("%1 more").arg(countText(events.size() - kMostPlaces));
        return named.join(QStringLiteral(", "));
    }
    static QString unbroken(Nanoseconds at)
    {
        return sinceStartText(at).replace(u' ', QChar::Nbsp);
    }
};

struct OtherEnd {
    std::vector<EventIndex> events; // those with some of the bytes
    std::uint64_t bytes = 0; // that they have
};

OtherEnd otherEndAt(
    const TrafficRow& row, const RowSources& from, std::uint64_t begin, std::uint64_t end)
{
    OtherEnd found;
    for (const ByteStreams::Part& part :
        from.streams.parts(from.log, from.world, row.index, kMostParts)) {
        const std::uint64_t first = std::max(part.begin, begin);
        const std::uint64_t behind = std::min(part.begin + part.count, end);
        if (first >= behind)
            continue;
        found.events.push_back(part.other);
        found.bytes += behind - first;
    }
    return found;
}

// Else they went with their last reader.
bool isThere(const TrafficRow& row, const RowSources& from)
{
    const BytesMoved* const moved = transferIn(from.log[row.index].body);
    const Channel* const channel = moved ? from.world.channel(moved->channel) : nullptr;
    return channel && channel->queueAt(channel->writeQueue(moved->end)).bytes > 0;
}

QStringList writtenWords(
    const TrafficRow& row, const Telling& telling, std::uint64_t begin, std::uint64_t end)
{
    QStringList lines { WhereaboutsWords::tr("Written by %1").arg(telling.step(row.index)) };
    if (row.kind == TrafficKind::Lost)
        return lines + QStringList { WhereaboutsWords::tr("Lost: nobody will read them") };
    const RowSources& from = telling.from;
    const auto joint = from.streams.joint(from.log, from.world, row.index);
    const OtherEnd readers = otherEndAt(row, from, begin, end);
    if (!readers.events.empty())
        lines += WhereaboutsWords::tr("Read by %1").arg(telling.steps(readers.events));
    else if (!joint)
        lines += WhereaboutsWords::tr("Who reads them cannot be told");
    const std::uint64_t seen = joint ? joint->bytes : end;
    if (const std::uint64_t left = end - std::clamp(seen, begin, end); left > 0) {
        const QString words = isThere(row, from)
            ? WhereaboutsWords::tr("%1 still in the channel, unread")
            : WhereaboutsWords::tr("%1 never read: they went with the channel");
        lines += words.arg(bytesText(left));
    }
    return lines;
}

QStringList readWords(
    const TrafficRow& row, const Telling& telling, std::uint64_t begin, std::uint64_t end)
{
    const OtherEnd writers = otherEndAt(row, telling.from, begin, end);
    return { writers.events.empty()
            ? WhereaboutsWords::tr("Who wrote them cannot be told")
            : WhereaboutsWords::tr("Written by %1").arg(telling.steps(writers.events)),
        WhereaboutsWords::tr("Read by %1").arg(telling.step(row.index)) };
}

} // namespace

QString signedName(const World& world, Pid pid, const ProcessSigns& signs, const Look& look)
{
    const QString name = processName(world, pid).toHtmlEscaped();
    const std::optional<unsigned> number = signs.numberOf(pid);
    if (!number)
        return name;
    return QStringLiteral("<span style=\"color: %1\">%2</span>&nbsp;%3")
        .arg(processColour(*number, look).name(), processShape(*number), name);
}

std::vector<std::size_t> boundariesOf(
    const TrafficRow& row, const RowSources& from, std::size_t kept)
{
    std::vector<std::size_t> boundaries;
    if (row.kind != TrafficKind::Written && row.kind != TrafficKind::Read)
        return boundaries;
    for (const ByteStreams::Part& part :
        from.streams.parts(from.log, from.world, row.index, kMostParts)) {
        for (const std::uint64_t place : { part.begin, part.begin + part.count }) {
            const bool seen = !boundaries.empty() && boundaries.back() >= place;
            if (place > 0 && place < kept && !seen)
                boundaries.push_back(place);
        }
    }
    return boundaries;
}

QString whereaboutsOf(const TrafficRow& row, const RowSources& from, const ProcessSigns& signs,
    const Look& look, const std::optional<ByteRange>& selected)
{
    const Telling telling { from, signs, look };
    const Event& event = from.log[row.index];
    const std::uint64_t count = countOf(row, event);
    const std::uint64_t begin = selected ? selected->begin : 0;
    const std::uint64_t end = selected ? selected->end : count;
    if (count == 0)
        return {};
    QStringList lines;
    if (selected)
        lines += selected->size() == 1
            ? WhereaboutsWords::tr("Byte %1:").arg(countText(begin))
            : WhereaboutsWords::tr("Bytes %1 to %2:").arg(countText(begin), countText(end - 1));
    if (row.kind == TrafficKind::Kept)
        lines += WhereaboutsWords::tr("In the own buffer of %1").arg(telling.step(row.index));
    else if (row.kind == TrafficKind::Read)
        lines += readWords(row, telling, begin, end);
    else if (transferIn(event.body))
        lines += writtenWords(row, telling, begin, end);
    return lines.join(QStringLiteral("<br>"));
}

} // namespace ipclab
