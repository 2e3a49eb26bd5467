// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_words.h"

#include "ipc-core/base/signal_name.h"
#include "views/calls/call_result.h"
#include "views/common/action_wording.h"
#include "views/common/event_line.h"
#include "views/common/numbers.h"
#include "views/common/transfer.h"
#include "views/common/visible_bytes.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <QCoreApplication>
#include <QStringList>

namespace ipclab {

namespace {

constexpr int kMostListed = 8; // descriptors, signals; more are counted

struct CallTr {
    Q_DECLARE_TR_FUNCTIONS(ipclab::Calls)
};

QString listed(const QStringList& all)
{
    return all.size() <= kMostListed ? all.join(QStringLiteral(", "))
                                     : CallTr::tr("%1 and %2 more")
                                           .arg(all.mid(0, kMostListed).join(QStringLiteral(", ")))
                                           .arg(all.size() - kMostListed);
}

QString call(Call which, const QStringList& arguments)
{
    return QStringLiteral("%1(%2)").arg(text(name(which)), arguments.join(QStringLiteral(", ")));
}

// What was done: the call with what is known of its arguments.
class CallOf {
public:
    CallOf(const EventLog& log, const World& world, CallRow row)
        : m_log(log)
        , m_world(world)
        , m_row(row)
        , m_event(log[row.begin])
    {
    }

    QString operator()(const CallEntered& body) const
    {
        if (const std::optional<EventIndex> end = endOf(m_log, m_row)) {
            if (const BytesMoved* const moved = transferIn(m_log[*end].body))
                return transfer(*moved, body.fd);
        }
        QStringList arguments;
        if (body.fd)
            arguments += descriptor(*body.fd, body.channel);
        else if (body.channel)
            arguments += channelLabel(m_world, body.channel);
        if (body.child)
            arguments += body.child->value == -1 ? CallTr::tr("any child") : process(*body.child);
        QStringList fds;
        for (const int fd : body.fds)
            fds += QString::number(fd);
        if (!fds.isEmpty())
            arguments += listed(fds);
        if (body.requested)
            arguments += isWrite(body.call)
                ? bytesText(*body.requested)
                : CallTr::tr("up to %1").arg(bytesText(*body.requested));
        if (body.timeout)
            arguments += CallTr::tr("at most %1").arg(durationText(*body.timeout));
        return call(body.call, arguments);
    }
    QString operator()(const LockWaiting&) const { return call(Call::Futex, {}); }
    QString operator()(const CallReturned& body) const
    {
        return call(body.call, body.fd ? QStringList(QString::number(*body.fd)) : QStringList());
    }
    QString operator()(const BytesWritten& body) const { return transfer(body, body.fd); }
    QString operator()(const BytesRead& body) const { return transfer(body, body.fd); }
    QString operator()(const DescriptorOpened& body) const
    {
        if (endOf(m_log, m_row)) // a pair
            return call(body.call, {});
        if (body.from)
            return call(body.call, { descriptor(*body.from, body.channel) });
        const Channel* const channel = m_world.channel(body.channel);
        const bool named = body.call >= Call::Open && body.call <= Call::Creat && channel;
        return call(body.call, named ? QStringList(visibleText(channel->name)) : QStringList());
    }
    QString operator()(const DescriptorClosed& body) const
    {
        const ChannelId channel = channelOf(m_log, m_row);
        return channel ? CallTr::tr("descriptor %1 is closed: %2")
                             .arg(QString::number(body.fd), channelLabel(m_world, channel))
                       : CallTr::tr("descriptor %1 is closed").arg(body.fd);
    }
    QString operator()(const DescriptorSent& body) const
    {
        return CallTr::tr("sends descriptor %1 through %2")
            .arg(QString::number(body.fd), channelLabel(m_world, body.through));
    }
    QString operator()(const SocketBound& body) const { return naming(Call::Bind, body); }
    QString operator()(const SocketListening& body) const { return naming(Call::Listen, body); }
    QString operator()(const SocketConnected& body) const { return naming(Call::Connect, body); }
    QString operator()(const SocketAccepted&) const { return call(Call::Accept, {}); }
    QString operator()(const SignalActionSet& body) const
    {
        return CallTr::tr("sets what %1 does: %2")
            .arg(signal(body.signal), actionWords(body.action, body.signal.value));
    }
    QString operator()(const SignalMaskSet& body) const
    {
        QStringList blocked;
        for (int number = 1; number <= 64; ++number) {
            if ((body.blocked.bits >> (number - 1) & 1U) != 0)
                blocked += QString::fromStdString(signalName(number));
        }
        return blocked.isEmpty() ? CallTr::tr("blocks no signal")
                                 : CallTr::tr("blocks %1").arg(listed(blocked));
    }
    QString operator()(const SignalIgnored& body) const
    {
        const SignalAction action = m_row.more == 1 ? SignalAction::Ignore : SignalAction::Default;
        return gotSignal(body.signal, body.origin, noEffectWords(action, body.signal.value));
    }
    QString operator()(const ProgramExecuted& body) const
    {
        Process then; // not what it executed since
        then.path = body.path;
        then.argv = wordsIn(body.argv.joined);
        return Wording::tr("executes %1").arg(commandLine(then));
    }
    QString operator()(const ProcessExited& body) const
    {
        return endingWords(
            { body.code, body.signal.value, body.core, m_event.at, false, body.detached });
    }
    QString operator()(const ThreadExited&) const
    {
        return CallTr::tr("thread %1 ends").arg(m_event.tid.value);
    }
    QString operator()(const UserAction& body) const { return didWords(m_world, body); }
    template <typename Other> QString operator()(const Other&) const
    {
        return eventLine(m_world, m_event);
    }

private:
    [[nodiscard]] QString descriptor(int fd, ChannelId channel) const
    {
        return channel
            ? QStringLiteral("%1: %2").arg(QString::number(fd), channelLabel(m_world, channel))
            : QString::number(fd);
    }
    [[nodiscard]] QString process(Pid pid) const { return processWithPid(m_world, pid); }
    static QString signal(SignalNumber number)
    {
        return QString::fromStdString(signalName(number.value));
    }
    [[nodiscard]] QString transfer(const BytesMoved& moved, std::optional<int> fd) const
    {
        QStringList arguments;
        if (const int at = fd.value_or(moved.fd); at >= 0)
            arguments += descriptor(at, moved.channel);
        else if (moved.channel)
            arguments += channelLabel(m_world, moved.channel);
        if (isWrite(moved.call)) {
            if (!moved.address.empty())
                arguments += CallTr::tr("to %1").arg(text(moved.address));
            arguments += quotedBytes(moved);
            arguments += bytesText(moved.requested);
        } else {
            arguments += CallTr::tr("up to %1").arg(bytesText(moved.requested));
        }
        return call(moved.call, arguments);
    }
    [[nodiscard]] static QString naming(Call which, const SocketNamed& body)
    {
        const std::string_view address = which == Call::Connect ? body.remote : body.local;
        QStringList arguments(QString::number(body.fd));
        if (!address.empty())
            arguments += text(address);
        if (body.backlog)
            arguments += CallTr::tr("backlog %1").arg(*body.backlog);
        return call(which, arguments);
    }

    const EventLog& m_log;
    const World& m_world;
    const CallRow m_row;
    const Event& m_event;
};

} // namespace

CallTimes CallTimes::atEnd(const EventLog& log)
{
    const EventIndex size = log.size();
    return { size, size > 0 ? log[size - 1].at : 0 };
}

QString whatIsCalled(const EventLog& log, const World& world, CallRow row)
{
    return std::visit(CallOf(log, world, row), log[row.begin].body);
}

CallWords callWords(const EventLog& log, const World& world, CallRow row, const CallTimes& times)
{
    const Event& begin = log[row.begin];
    CallWords words;
    words.time = sinceStartText(begin.at);
    words.process = processWithPid(world, begin.pid);
    words.later = row.begin >= times.moment;
    const std::optional<EventIndex> end = endOf(log, row);
    const bool waits = mayWait(begin.body) && !words.later && (!end || *end >= times.moment);
    words.call = whatIsCalled(log, world, row);
    if (waits) {
        words.tone = CallTone::Waiting;
        words.took = CallTr::tr("waiting %1…").arg(durationText(times.now - begin.at));
        return words;
    }
    const CallResult result = resultOf(log, world, row);
    words.result = result.words;
    words.tone = result.tone;
    if (mayWait(begin.body) && end)
        words.took = durationText(log[*end].at - begin.at);
    return words;
}

} // namespace ipclab
