// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_facts.h"

#include "views/common/wording_family.h"
#include "views/common/wording_terminal.h"
#include "views/common/wording_tr.h"
#include "views/map/map_bundle_facts.h"
#include "views/map/map_lock_facts.h"
#include "views/map/map_self.h"
#include "views/map/map_threads.h"

#include <QStringList>

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kMostBuckets = 3;

double shareOf(quint64 bytes, std::optional<quint64> capacity)
{
    if (bytes == 0)
        return 0;
    if (!capacity || *capacity == 0)
        return 1.0 / 16; // some, of an unknown whole
    return std::min(1.0, static_cast<double>(bytes) / static_cast<double>(*capacity));
}

QString amountText(quint64 bytes, std::optional<quint64> capacity)
{
    return capacity && *capacity > 0
        ? MapWords::tr("%1 / %2").arg(countText(bytes), bytesText(*capacity))
        : bytesText(bytes);
}

// Shown are stdout, from when it is known, and every buffer that holds something.
bool isShown(const Stream& stream)
{
    return stream.pending > 0 || stream.unread > 0
        || (stream.fd == 1 && stream.capacity > 0 && stream.mode != BufferMode::None);
}

Bucket bucketOf(const Process& process, const Stream& stream)
{
    const QString name = streamLabel(process, stream);
    const bool reading = stream.pending == 0 && stream.unread > 0;
    const quint64 bytes = reading ? stream.unread : stream.pending;
    const QString amount = amountText(bytes, stream.capacity);
    return { MapWords::tr("%1 buffer · %2").arg(name, amount),
        name + QStringLiteral(" · ") + amount, shareOf(bytes, stream.capacity),
        reading ? Ink::ReaderBytes : Ink::WriterBytes };
}

QString streamTip(const Process& process, const Stream& stream)
{
    constexpr int kMostShown = 400;
    const QString kept = QString::fromUtf8(stream.bytes.data(),
        static_cast<qsizetype>(std::min<std::size_t>(stream.bytes.size(), kMostShown)));
    return QStringLiteral("<p><b>%1</b></p><pre>%2</pre>")
        .arg(bucketOf(process, stream).text.toHtmlEscaped(), kept.toHtmlEscaped());
}

// Where bytes wait, as the flows are drawn.
std::vector<End> readEndsOf(const Channel& channel)
{
    if (channel.twoWay())
        return { End::Second, End::First };
    return channel.carriesBytes() ? std::vector { End::First } : std::vector<End> {};
}

// Who takes what waits at that end: "→ child.py".
QString readersText(const World& world, ChannelId id, End end)
{
    std::vector<Pid> pids;
    for (const Holder& holder : world.readers(id, end)) {
        if (std::ranges::find(pids, holder.pid) == pids.end())
            pids.push_back(holder.pid);
    }
    if (pids.size() > 1)
        return MapWords::tr("→ %1 processes").arg(countText(pids.size()));
    const Process* const reader = pids.empty() ? nullptr : world.process(pids.front());
    if (reader)
        return QStringLiteral("→ ") + processLabel(*reader);
    const Channel* const channel = world.channel(id);
    return channel && channel->outside ? MapWords::tr("→ not watched") : MapWords::tr("→ nobody");
}

// Memory and semaphores have no ends: who has them, has all of it.
bool isCommon(TubeShape shape)
{
    return shape == TubeShape::Memory || shape == TubeShape::Semaphore
        || shape == TubeShape::Eventfd || shape == TubeShape::Wake;
}

QString usersText(const MapTube& tube)
{
    const unsigned users = std::max(tube.writers, tube.readers);
    return users == 1 ? MapWords::tr("used by 1 process")
                      : MapWords::tr("used by %1 processes").arg(countText(users));
}

// Where others may hold an end, the count is of those who are watched.
QString endsText(const MapTube& tube, bool outside)
{
    const QString writers = tube.writers == 1
        ? MapWords::tr("1 writer")
        : MapWords::tr("%1 writers").arg(countText(tube.writers));
    const QString readers = tube.readers == 1
        ? MapWords::tr("1 reader")
        : MapWords::tr("%1 readers").arg(countText(tube.readers));
    const QString all = writers + QStringLiteral(" · ") + readers;
    return outside ? all + QStringLiteral(" · ") + MapWords::tr("others") : all;
}

// What its outline stands for, and what it is called outside of this program.
QString tubeTip(const Channel& channel, const TubeFacts& facts)
{
    return QStringLiteral("<b>%1</b><br>%2<br>%3")
        .arg(facts.name.toHtmlEscaped(), shapeName(facts.shape).toHtmlEscaped(),
            text(channel.name).toHtmlEscaped());
}

// A socket that listens: what waits there is not bytes, but who is to be accepted. listen(2): there
// is room for one more than was asked for.
void listenerFacts(const World& world, const Channel& channel, TubeFacts& facts)
{
    const std::size_t waiting = waitingToBeAccepted(world, channel.id);
    const quint64 room = static_cast<quint64>(std::max(*channel.backlog, 0)) + 1;
    facts.flows = { { QString(), QString(), shareOf(waiting, room), 0 } };
    facts.notes = { MapWords::tr("listens"),
        waiting == 0
            ? MapWords::tr("nobody waits to be accepted")
            : MapWords::tr("in its queue: %1 of %2").arg(countText(waiting), countText(room)) };
    facts.tip = tubeTip(channel, facts);
}

QString totalsText(const Channel& channel, const PassedBytes& before)
{
    quint64 written = 0;
    quint64 read = 0;
    for (const End queue : { End::First, End::Second }) {
        const PassedBytes::Totals passed = before.since(channel, queue);
        written += passed.written;
        read += passed.read;
    }
    return written == 0 && read == 0
        ? QString()
        : MapWords::tr("%1 written · %2 read").arg(bytesText(written), bytesText(read));
}

// fork(2) without execve(2) since: its card would be the same as that of who made it.
void addFork(const World& world, const Process& process, CardFacts& facts)
{
    const Process* const maker = world.process(process.maker);
    if (!maker || maker->self || process.by == StartedBy::Launch || maker->path != process.path
        || maker->argv != process.argv || maker->began != process.began)
        return;
    facts.fork = MapWords::tr("fork of %1").arg(maker->pid.value);
    facts.forkBrief = MapWords::tr("fork");
    facts.tip += QStringLiteral("<p>%1</p>")
                     .arg(MapWords::tr("A copy of process %1, made by fork: it goes on in the "
                                       "same program.")
                              .arg(maker->pid.value));
}

} // namespace

std::size_t waitingToBeAccepted(const World& world, ChannelId listener)
{
    return static_cast<std::size_t>(std::ranges::count_if(world.channels, [&](const auto& entry) {
        return entry.second.listener == listener && !world.readers(entry.first, End::First).empty();
    }));
}

std::vector<TubeFacts::Flow> flowsOf(const Channel& channel)
{
    std::vector<TubeFacts::Flow> flows;
    for (const End end : readEndsOf(channel)) {
        const Queue& queue = channel.queueAt(end);
        flows.push_back({ {}, {}, shareOf(queue.bytes, queue.capacity), queue.bytes });
    }
    return flows;
}

bool isInDeadlock(const World& world, ChannelId channel)
{
    return std::ranges::any_of(world.findings, [channel](const Finding& finding) {
        return finding.kind == FindingKind::Deadlock
            && std::ranges::find(finding.channels, channel) != finding.channels.end();
    });
}

bool changesWithTime(const World& world)
{
    return std::ranges::any_of(world.processes, [](const auto& entry) {
        return !entry.second.self && entry.second.state() == ProcessState::Waiting;
    });
}

CardFacts cardFacts(const World& world, const MapCard& card, Now now, const PassedBytes& before)
{
    if (card.node.kind == MapNode::Kind::Group)
        return groupFacts(world, card);
    CardFacts facts;
    const Process* const process = world.process(card.pids.front());
    if (!process)
        return facts;
    facts.name = processLabel(*process);
    facts.mark = markOf(world, *process);
    facts.state = stateWords(world, *process, now);
    if (!process->self) {
        facts.pid = QString::number(process->pid.value);
        facts.threads = process->alive() ? threadsWords(*process) : QString();
        facts.threadMarks = threadMarks(world, *process);
        facts.tip = QStringLiteral("<p style='white-space:pre-wrap'>%1</p>")
                        .arg(commandLine(*process).toHtmlEscaped());
        addFork(world, *process, facts);
        constexpr qsizetype kRoomForState = 18; // letters: of more, a card has no room for all
        if (facts.mark == StateMark::Held || facts.state.size() > kRoomForState)
            facts.tip += QStringLiteral("<p>%1</p>").arg(facts.state.toHtmlEscaped());
        if (!facts.threadMarks.empty())
            facts.tip += threadsTip(world, *process, now);
    } else {
        addSelfFacts(world, *process, before, facts);
    }
    std::size_t hidden = 0;
    for (const Stream& stream : process->streams) {
        if (!process->alive() || !isShown(stream))
            continue;
        if (facts.buckets.size() < kMostBuckets) {
            facts.buckets.push_back(bucketOf(*process, stream));
            if (!stream.bytes.empty())
                facts.tip += streamTip(*process, stream);
        } else {
            ++hidden;
        }
    }
    if (hidden > 0)
        facts.moreBuckets = MapWords::tr("+%1 more").arg(countText(hidden));
    return facts;
}

namespace {

TubeFacts channelFacts(const World& world, const MapTube& tube, const PassedBytes& before)
{
    TubeFacts facts;
    const Channel* const channel = world.channel(tube.channel);
    if (!channel)
        return facts;
    facts.name = channelLabel(world, tube.channel);
    facts.shape = shapeOf(*channel);
    if (channel->backlog) {
        listenerFacts(world, *channel, facts);
        return facts;
    }
    facts.flows = flowsOf(*channel);
    const std::vector<End> ends = readEndsOf(*channel);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const Queue& queue = channel->queueAt(ends[i]);
        facts.flows[i].text = amountText(queue.bytes, queue.capacity);
        if (channel->twoWay())
            facts.flows[i].to = readersText(world, tube.channel, ends[i]);
    }
    const QString totals = totalsText(*channel, before);
    if (channel->twoWay())
        facts.notes = { channel->listener ? MapWords::tr("not accepted") : totals, QString() };
    else if (isCommon(facts.shape))
        facts.notes = { usersText(tube), QString() };
    else
        facts.notes = { totals.isEmpty() ? endsText(tube, channel->outside) : totals,
            totals.isEmpty() ? QString() : endsText(tube, channel->outside) };
    facts.deadlock = isInDeadlock(world, tube.channel);
    facts.tip = tubeTip(*channel, facts);
    if (channel->outside)
        facts.tip += QStringLiteral("<br>")
            + MapWords::tr("Programs that are not watched may hold an end, too.");
    if (const QString note = terminalNote(*channel); !note.isEmpty())
        facts.tip += QStringLiteral("<br>") + note.toHtmlEscaped();
    return facts;
}

} // namespace

TubeFacts tubeFacts(const World& world, const MapTube& tube, const PassedBytes& before)
{
    TubeFacts facts = channelFacts(world, tube, before);
    if (tube.lock)
        addLockFacts(world, tube, facts);
    if (!tube.others.empty())
        addBundleFacts(world, tube, facts);
    return facts;
}

} // namespace ipclab
