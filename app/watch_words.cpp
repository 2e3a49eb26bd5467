// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch_words.h"

#include "app/wake_words.h"
#include "ipc-core/analysis/wait.h"
#include "ipc-core/base/signal_name.h"
#include "ipc-core/events/call_kinds.h"
#include "ipc-core/events/channel_kinds.h"
#include "views/common/event_line.h"
#include "views/common/numbers.h"
#include "views/common/wording.h"
#include "views/common/wording_chain.h"
#include "views/common/wording_wait.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdint>

namespace ipclab {

namespace {

struct WatchWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::WatchWords)
};

bool makes(Call call)
{
    switch (call) {
    case Call::Eventfd:
    case Call::Eventfd2:
    case Call::TimerfdCreate:
    case Call::Signalfd:
    case Call::Signalfd4:
    case Call::MemfdCreate:
    case Call::EpollCreate:
    case Call::EpollCreate1:
    case Call::InotifyInit:
    case Call::InotifyInit1:
    case Call::PidfdOpen:
    case Call::MqOpen:
    case Call::IoUringSetup:
    case Call::Socket:
        return true;
    default:
        return false;
    }
}

class WatchLine {
public:
    WatchLine(const World& world, const Event& event, const EventChoice& choice)
        : m_world(world)
        , m_event(event)
        , m_choice(choice)
    {
    }

    QString operator()(const BytesWritten& body) const { return moved(body, true); }
    QString operator()(const BytesRead& body) const { return moved(body, false); }
    QString operator()(const DescriptorOpened& body) const
    {
        const Channel* const channel = m_world.channel(body.channel);
        if (!channel || (channel->kind == ChannelKind::File && !m_choice.names(Topic::File)))
            return {};
        const QString label = channelLabel(m_world, body.channel);
        if (isOpen(body.call))
            return openLine(body, channel->kind == ChannelKind::File ? text(channel->name) : label);
        if (makes(body.call))
            return WatchWords::tr("%1: descriptor %2 is %3")
                .arg(callText(body.call, {}), QString::number(body.fd), label);
        const bool oneWay
            = channel->kind == ChannelKind::Pipe || channel->kind == ChannelKind::Fifo;
        if (oneWay && (body.call == Call::Pipe || body.call == Call::Pipe2))
            return pipeLine(body, label);
        if (body.from && body.call != Call::Unknown && (oneWay || isSocket(channel->kind)))
            return WatchWords::tr("%1: descriptor %2 is now what %3 is: %4")
                .arg(callText(body.call, {}), QString::number(body.fd), QString::number(*body.from),
                    oneWay ? endLabel(body, label) : label);
        return eventLine(m_world, m_event);
    }
    QString operator()(const ChannelAttached& body) const
    {
        return body.call == Call::Unknown
            ? WatchWords::tr("maps %1").arg(channelLabel(m_world, body.channel))
            : eventLine(m_world, m_event);
    }
    QString operator()(const SignalDelivered& body) const
    {
        const QString line = eventLine(m_world, m_event);
        return body.merged
            ? WatchWords::tr("%1 (once for the %2 that were sent: they merge while one is pending)")
                  .arg(line, QString::number(*body.merged + 1))
            : line;
    }
    QString operator()(const LimitNoted& body) const
    {
        return body.limit == SightLimit::Payload
            ? WatchWords::tr("what passes through %1 is only counted from here on: the bytes kept "
                             "of it are as many as may be (--payload)")
                  .arg(channelLabel(m_world, body.channel))
            : eventLine(m_world, m_event);
    }
    QString operator()(const CallReturned& body) const
    {
        // The word had changed before it slept, futex(2): nothing has come of it.
        const bool idle = body.call == Call::Futex && body.error.value == EAGAIN;
        return idle ? QString() : eventLine(m_world, m_event);
    }
    template <typename Other> QString operator()(const Other&) const
    {
        return eventLine(m_world, m_event);
    }

private:
    static QString text(const std::string& name) { return QString::fromStdString(name); }

    static QString endLabel(const DescriptorOpened& body, const QString& pipe)
    {
        return body.access == Access::Read ? WatchWords::tr("the read end of %1").arg(pipe)
            : body.access == Access::Write ? WatchWords::tr("the write end of %1").arg(pipe)
                                           : pipe;
    }
    static QString pipeLine(const DescriptorOpened& body, const QString& pipe)
    {
        return WatchWords::tr("%1: descriptor %2 is %3")
            .arg(callText(body.call, {}), QString::number(body.fd), endLabel(body, pipe));
    }
    static QString openLine(const DescriptorOpened& body, const QString& what)
    {
        const QString call = callText(body.call, {});
        const QString fd = QString::number(body.fd);
        switch (body.access) {
        case Access::Read:
            return WatchWords::tr("%1: opens %2 for reading, as descriptor %3").arg(call, what, fd);
        case Access::Write:
            return WatchWords::tr("%1: opens %2 for writing, as descriptor %3").arg(call, what, fd);
        case Access::ReadWrite:
            break;
        }
        return WatchWords::tr("%1: opens %2 for both ways, as descriptor %3").arg(call, what, fd);
    }
    [[nodiscard]] QString moved(const BytesMoved& body, bool written) const
    {
        const Channel* const channel = m_world.channel(body.channel);
        const bool quiet = channel
            && ((channel->kind == ChannelKind::File && !m_choice.names(Topic::File))
                || (channel->kind == ChannelKind::Shm && !m_choice.names(Topic::Memory)));
        if (!channel || channel->carriesBytes() || quiet)
            return eventLine(m_world, m_event);
        QString what = wakeWords(channel->kind, body, written);
        if (what.isEmpty())
            what = body.count == 0
                ? WatchWords::tr("end of file")
                : QStringLiteral("%1 %2").arg(bytesText(body.count), quotedBytes(body));
        return QStringLiteral("%1 %2 %3  %4")
            .arg(callText(body.call, body.fd), written ? QStringLiteral("→") : QStringLiteral("←"),
                channelLabel(m_world, body.channel), what);
    }

    const World& m_world;
    const Event& m_event;
    const EventChoice& m_choice;
};

// Of one thread among several: the sentence about a process is about its first.
QString threadLine(const World& world, const Wait& wait, Nanoseconds moment)
{
    QString clause = waitClause(world, wait, moment);
    if (const QString who = whoWaits(world, wait) + QLatin1Char(' '); clause.startsWith(who))
        clause.remove(0, who.size());
    const std::vector<Pid> wakers = wakerProcesses(world, wait);
    if (wait.external || wakers.empty() || wait.reason == WaitReason::Child)
        return clause + QLatin1Char('.');
    return QStringLiteral("%1. %2.").arg(clause, onlyClause(world, wait, wakers));
}

} // namespace

QString watchLine(const World& world, const Event& event, const EventChoice& choice)
{
    return std::visit(WatchLine(world, event, choice), event.body);
}

QString closeLine(const World& world, int fd, const Descriptor& was)
{
    const Channel* const channel = world.channel(was.channel);
    if (!channel || channel->outside || channel->travelling > 0
        || (channel->kind != ChannelKind::Pipe && channel->kind != ChannelKind::Fifo))
        return {};
    std::uint64_t looks = 100'000;
    const bool written = mayBeWritten(world, was.channel, End::First, looks);
    const bool read = mayBeRead(world, was.channel, End::First, looks);
    const QString label = channelLabel(world, was.channel);
    if (was.access != Access::Read && !written && read) // else nobody is there who would notice
        return WatchWords::tr("closes descriptor %1, the last that could write into %2")
            .arg(QString::number(fd), label);
    if (was.access != Access::Write && !read && written)
        return WatchWords::tr("closes descriptor %1, the last that could read from %2")
            .arg(QString::number(fd), label);
    return {};
}

QString waitLine(const World& world, const WatchedWait& watched, Nanoseconds now)
{
    const Process* const process = world.process(watched.pid);
    if (!process)
        return {};
    const auto thread = process->threads.find(watched.tid);
    if (thread == process->threads.end())
        return {};
    const auto wait = waitOf(world, *process, thread->second);
    if (!wait)
        return {};
    // Who else is how far is said as of now; how long this one waits, as it began: the point in
    // time that a call names was taken a little before that.
    const Nanoseconds moment = wait->until ? watched.since - kMillisecond : now;
    // A deadlock has a line of its own.
    return process->threads.size() == 1 && process->state() == ProcessState::Waiting
            && !deadlockOf(world, watched.pid)
        ? withoutName(world, *process, whySentence(world, watched.pid, moment))
        : threadLine(world, *wait, moment);
}

bool isDone(const WatchedWait& wait, const CallReturned& returned)
{
    return wait.channel && !wait.fd && returned.error.value == 0; // semop(2)
}

QString returnLine(const World& world, const WatchedWait& wait, const CallReturned& returned)
{
    const QString call = callText(returned.call, wait.fd);
    if (returned.error.value != 0)
        return QStringLiteral("%1 = %2").arg(
            call, QString::fromStdString(errorName(returned.error.value)));
    if (isPoll(returned.call))
        return returned.result == 0 ? WatchWords::tr("%1: its time is over").arg(call)
                                    : WatchWords::tr("%1: %2 ready")
                                          .arg(call, QString::number(returned.result.value_or(1)));
    if (wait.channel && !wait.fd) // System V: it is used by a number
        return WatchWords::tr("%1 on %2 is done").arg(call, channelLabel(world, wait.channel));
    if (isSleep(returned.call))
        return WatchWords::tr("%1 is over").arg(call);
    const bool tells = returned.result && *returned.result != 0;
    return tells ? QStringLiteral("%1 = %2").arg(call, QString::number(*returned.result))
                 : WatchWords::tr("%1 goes on").arg(call);
}

} // namespace ipclab
