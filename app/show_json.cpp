// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/show_printer.h"

#include "app/holder_list.h"
#include "app/terminal_text.h"
#include "ipc-core/analysis/wait.h"
#include "ipc-core/base/signal_name.h"
#include "ipc-core/events/call.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ipclab {

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

double seconds(Nanoseconds time)
{
    return static_cast<double>(time) / 1e9;
}

QJsonValue number(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

template <typename Range, typename Make> QJsonArray array(const Range& range, const Make& make)
{
    QJsonArray all;
    for (const auto& one : range)
        all += make(one);
    return all;
}

QJsonArray idsOf(const auto& ids)
{
    return array(ids, [](auto id) { return QJsonValue(static_cast<qint64>(id.value)); });
}

QLatin1String stateName(ProcessState state)
{
    switch (state) {
    case ProcessState::Running:
        return QLatin1String("running");
    case ProcessState::Waiting:
        return QLatin1String("waiting");
    case ProcessState::Stopped:
        return QLatin1String("stopped");
    case ProcessState::Zombie:
        return QLatin1String("zombie");
    case ProcessState::Gone:
        break;
    }
    return QLatin1String("gone");
}

QJsonObject callOf(const World& world, const Process& process, const Thread& thread, bool explain)
{
    const CallInProgress& call = *thread.call;
    QJsonObject said { { QStringLiteral("call"), text(name(call.call)) },
        { QStringLiteral("since"), seconds(call.since) } };
    if (call.fd)
        said[QStringLiteral("fd")] = *call.fd;
    if (call.channel)
        said[QStringLiteral("channel")] = number(call.channel.value);
    if (call.until)
        said[QStringLiteral("until")] = seconds(*call.until);
    if (const auto wait = explain ? waitOf(world, process, thread) : std::nullopt) {
        said[QStringLiteral("wakers")] = idsOf(wakerProcesses(world, *wait));
        said[QStringLiteral("external")] = wait->external;
    }
    return said;
}

QJsonObject threadOf(const World& world, const Process& process, const Thread& thread, bool explain)
{
    QJsonObject said { { QStringLiteral("tid"), thread.tid.value } };
    if (thread.call)
        said[QStringLiteral("in_call")] = callOf(world, process, thread, explain);
    if (thread.ahead)
        said[QStringLiteral("held_before")] = text(name(thread.ahead->call));
    return said;
}

QJsonObject endingOf(const Ending& ending)
{
    QJsonObject said { { QStringLiteral("at"), seconds(ending.at) },
        { QStringLiteral("reaped"), ending.reaped } };
    if (ending.code)
        said[QStringLiteral("code")] = *ending.code;
    if (ending.signal != 0)
        said[QStringLiteral("signal")] = text(signalName(ending.signal));
    return said;
}

QJsonObject streamOf(const Stream& stream)
{
    return { { QStringLiteral("stream"), text(stream.name) }, { QStringLiteral("fd"), stream.fd },
        { QStringLiteral("mode"), text(name(stream.mode)) },
        { QStringLiteral("pending"), number(stream.pending) },
        { QStringLiteral("inherited"), number(stream.inherited) },
        { QStringLiteral("unread"), number(stream.unread) },
        { QStringLiteral("capacity"), number(stream.capacity) } };
}

QJsonObject processOf(const World& world, const Process& process, unsigned& explained)
{
    QJsonObject said { { QStringLiteral("pid"), process.pid.value },
        { QStringLiteral("ppid"), process.parent.value },
        { QStringLiteral("name"), text(process.name) },
        { QStringLiteral("path"), text(process.path) },
        { QStringLiteral("argv"),
            array(process.argv, [](const std::string& word) { return text(word); }) },
        { QStringLiteral("self"), process.self },
        { QStringLiteral("state"), stateName(process.state()) },
        { QStringLiteral("started_at"), seconds(process.startedAt) },
        { QStringLiteral("threads"),
            array(process.threads,
                [&](const auto& entry) {
                    return threadOf(world, process, entry.second, explained++ < kMostExplained);
                }) },
        { QStringLiteral("descriptors"),
            array(process.descriptors,
                [](const auto& entry) {
                    return QJsonObject { { QStringLiteral("fd"), entry.first },
                        { QStringLiteral("channel"), number(entry.second.channel.value) },
                        { QStringLiteral("access"), text(name(entry.second.access)) },
                        { QStringLiteral("end"), text(name(entry.second.end)) } };
                }) },
        { QStringLiteral("streams"), array(process.streams, streamOf) } };
    if (!process.run.empty())
        said[QStringLiteral("run")] = text(process.run);
    if (process.held)
        said[QStringLiteral("held")] = true;
    if (process.stoppedBy != 0)
        said[QStringLiteral("stopped_by")] = text(signalName(process.stoppedBy));
    if (process.ending)
        said[QStringLiteral("ended")] = endingOf(*process.ending);
    return said;
}

QJsonArray holdersOf(const std::vector<Holder>& holders)
{
    return array(holders, [](const Holder& holder) {
        return QJsonObject { { QStringLiteral("pid"), holder.pid.value },
            { QStringLiteral("fd"), holder.fd } };
    });
}

QJsonObject queueOf(const HolderList& holders, const Channel& channel, End end)
{
    const Queue& queue = channel.queueAt(end);
    QJsonObject said { { QStringLiteral("end"), text(name(end)) },
        { QStringLiteral("written"), number(queue.written) },
        { QStringLiteral("read"), number(queue.read) },
        { QStringLiteral("readers"), holdersOf(holders.readers(channel, end)) },
        { QStringLiteral("writers"), holdersOf(holders.writers(channel, end)) } };
    if (queue.measured || queue.written > 0) // else it is not known
        said[QStringLiteral("bytes")] = number(queue.bytes);
    if (queue.dropped > 0)
        said[QStringLiteral("dropped")] = number(queue.dropped);
    if (queue.capacity)
        said[QStringLiteral("capacity")] = number(*queue.capacity);
    return said;
}

QJsonObject channelOf(const HolderList& holders, const Channel& channel)
{
    QJsonArray queues;
    if (channel.carriesBytes()) {
        queues += queueOf(holders, channel, End::First);
        if (channel.twoWay())
            queues += queueOf(holders, channel, End::Second);
    }
    QJsonObject said { { QStringLiteral("channel"), number(channel.id.value) },
        { QStringLiteral("kind"), text(name(channel.kind)) },
        { QStringLiteral("name"), text(channel.name) },
        { QStringLiteral("outside"), channel.outside },
        { QStringLiteral("created_at"), seconds(channel.createdAt) },
        { QStringLiteral("queues"), queues } };
    if (!channel.local.empty())
        said[QStringLiteral("local")] = text(channel.local);
    if (!channel.remote.empty())
        said[QStringLiteral("remote")] = text(channel.remote);
    return said;
}

QJsonObject findingOf(const Finding& finding)
{
    return { { QStringLiteral("kind"), text(name(finding.kind)) },
        { QStringLiteral("since"), seconds(finding.since) },
        { QStringLiteral("pids"), idsOf(finding.pids) },
        { QStringLiteral("channels"), idsOf(finding.channels) },
        { QStringLiteral("tids"), idsOf(finding.tids) } };
}

QJsonObject actionOf(const EventLog& log, EventIndex index)
{
    const auto& action = std::get<UserAction>(log[index].body);
    QJsonObject said { { QStringLiteral("i"), number(index) },
        { QStringLiteral("t"), seconds(log[index].at) },
        { QStringLiteral("what"), text(action.what) },
        { QStringLiteral("detail"), text(action.detail) } };
    if (action.to)
        said[QStringLiteral("to")] = action.to->value;
    return said;
}

QJsonObject headerOf(const SavedSession& session)
{
    const SessionHeader& header = session.header;
    const EventLog::Dropped here = session.log->dropped();
    return { { QStringLiteral("lab"), text(header.lab) },
        { QStringLiteral("variant"), text(header.variant) },
        { QStringLiteral("learner"), text(header.learner) },
        { QStringLiteral("started_at"), text(header.startedAt) },
        { QStringLiteral("command"),
            array(header.command, [](const std::string& word) { return text(word); }) },
        { QStringLiteral("lines_skipped"), number(session.linesSkipped) },
        { QStringLiteral("first_skipped"), number(session.firstSkipped) },
        { QStringLiteral("dropped_events"), number(session.dropped.events + here.events) },
        { QStringLiteral("dropped_bytes"), number(session.dropped.bytes + here.bytes) },
        { QStringLiteral("bytes_left"), number(session.bytesLeft) } };
}

} // namespace

QByteArray momentJson(const SessionMoment& moment)
{
    const World& world = moment.world;
    const EventLog& log = *moment.session->log;
    const HolderList holders(world);
    unsigned explained = 0;
    const QJsonObject all { { QStringLiteral("session"), headerOf(*moment.session) },
        { QStringLiteral("events"), number(moment.events) },
        { QStringLiteral("end_time"), seconds(moment.endTime) },
        { QStringLiteral("moment"), number(world.applied) },
        { QStringLiteral("time"), seconds(world.now) }, { QStringLiteral("paused"), world.paused },
        { QStringLiteral("processes"),
            array(world.processes,
                [&](const auto& entry) { return processOf(world, entry.second, explained); }) },
        { QStringLiteral("channels"),
            array(world.channels,
                [&](const auto& entry) { return channelOf(holders, entry.second); }) },
        { QStringLiteral("findings"), array(world.findings, findingOf) },
        { QStringLiteral("actions"),
            array(moment.actions, [&](EventIndex index) { return actionOf(log, index); }) },
        { QStringLiteral("bookmarks"), array(moment.bookmarks, [](const auto& entry) {
             return QJsonObject { { QStringLiteral("moment"), number(entry.first) },
                 { QStringLiteral("text"), text(entry.second) } };
         }) } };
    return printableJson(QJsonDocument(all), QJsonDocument::Compact) + '\n';
}

} // namespace ipclab
