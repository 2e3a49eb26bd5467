// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/event_line.h"

#include "ipc-core/base/signal_name.h"
#include "views/common/numbers.h"
#include "views/common/visible_bytes.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <string_view>

namespace ipclab {

namespace {

constexpr qsizetype kMostText = 60; // characters of a transfer's bytes
constexpr std::size_t kMostBytes = 4 * kMostText; // no more are needed for them in UTF-8

QString senderLabel(const SignalOrigin& origin)
{
    const QString pid = QString::number(origin.from->value);
    return origin.name.empty() ? pid : QStringLiteral("%1 %2").arg(visibleText(origin.name), pid);
}

// Says each kind of event; what is left out is of no interest in a trace.
class LineOf {
public:
    LineOf(const World& world, const Event& event)
        : m_world(world)
        , m_event(event)
    {
    }

    QString operator()(const ProcessStarted& body) const
    {
        if (body.by == StartedBy::Attach)
            return Wording::tr("is watched from now on");
        return body.by == StartedBy::Launch
            ? Wording::tr("starts")
            : Wording::tr("starts, made by %1 with %2")
                  .arg(processWithPid(m_world, body.ppid), QString::fromUtf8(name(body.by)));
    }
    QString operator()(const ThreadStarted&) const
    {
        return Wording::tr("starts thread %1").arg(m_event.tid.value);
    }
    QString operator()(const ProgramExecuted&) const
    {
        const Process* const process = m_world.process(m_event.pid);
        return Wording::tr("executes %1").arg(process ? commandLine(*process) : QString());
    }
    QString operator()(const ProcessExited&) const
    {
        const Process* const process = m_world.process(m_event.pid);
        return process && process->ending ? endingWords(*process->ending) : QString();
    }
    QString operator()(const ProcessReaped& body) const
    {
        if (!body.by)
            return Wording::tr("is gone at once: its parent wants no zombies");
        const Process* const by = m_world.process(body.by);
        return by && !by->self ? Wording::tr("is waited for by %1").arg(processWithPid(*by))
                               : QString();
    }
    QString operator()(const ProcessAdopted& body) const
    {
        const Process* const by = m_world.process(body.parent);
        return by && !by->self
            ? Wording::tr("has lost its parent, and is adopted by %1").arg(processWithPid(*by))
            : Wording::tr("has lost its parent, and is adopted");
    }
    QString operator()(const ProcessStopped& body) const
    {
        return Wording::tr("is stopped by %1").arg(signalText(body.signal));
    }
    QString operator()(const ProcessContinued&) const { return Wording::tr("goes on"); }
    QString operator()(const BytesWritten& body) const
    {
        if (!carries(body.channel))
            return {};
        const QString to
            = body.address.empty() ? channelLabel(m_world, body.channel) : text(body.address);
        const QString line
            = QStringLiteral("%1 → %2  %3 %4")
                  .arg(callText(body.call, body.fd), to, bytesText(body.count), quotedBytes(body));
        return body.lost ? Wording::tr("%1, and it is lost").arg(line) : line;
    }
    QString operator()(const BytesRead& body) const
    {
        if (!carries(body.channel))
            return {};
        const QString head
            = QStringLiteral("%1 ← %2  ")
                  .arg(callText(body.call, body.fd), channelLabel(m_world, body.channel));
        if (body.count + body.dropped == 0 && body.requested == 0)
            return head + Wording::tr("nothing, and asks for nothing");
        return head + readText(m_world, body);
    }
    QString operator()(const SignalSent& body) const
    {
        return Wording::tr("sends %1 to %2")
            .arg(signalText(body.signal), processWithPid(m_world, body.to));
    }
    QString operator()(const SignalDelivered& body) const
    {
        return gotSignal(body.signal, body.origin,
            body.action == SignalAction::Default && doesNothingByDefault(body.signal.value)
                ? noEffectWords(body.action, body.signal.value)
                : actionWords(body.action, body.signal.value));
    }
    QString operator()(const SignalIgnored& body) const
    {
        const Process* const process = m_world.process(m_event.pid);
        const auto number = static_cast<std::size_t>(body.signal.value);
        const SignalAction action = process && number < process->actions.size()
            ? process->actions.at(number)
            : SignalAction::Ignore;
        return gotSignal(body.signal, body.origin, noEffectWords(action, body.signal.value));
    }
    QString operator()(const SocketConnected& body) const
    {
        return Wording::tr("connects to %1").arg(text(body.remote));
    }
    QString operator()(const SocketListening& body) const
    {
        return Wording::tr("listens at %1").arg(text(body.local));
    }
    QString operator()(const SocketAccepted& body) const
    {
        return Wording::tr("accepts a connection on descriptor %1").arg(body.fd);
    }
    QString operator()(const CallReturned& body) const
    {
        if (const QString failure = failureWords(m_world, body); !failure.isEmpty())
            return QStringLiteral("%1 %2").arg(callText(body.call, body.fd), failure);
        if (body.call == Call::Shutdown && body.error.value == 0)
            return QStringLiteral("%1 = 0").arg(callText(body.call, body.fd));
        if (body.error.value != EINTR && body.error.value != EAGAIN)
            return {};
        return QStringLiteral("%1 = %2").arg(
            callText(body.call, body.fd), QString::fromStdString(errorName(body.error.value)));
    }
    QString operator()(const ChannelCreated&) const { return {}; }
    QString operator()(const LimitNoted& body) const { return limitWords(body.limit); }
    QString operator()(const DescriptorOpened& body) const
    {
        const bool made
            = body.call == Call::Pipe || body.call == Call::Pipe2 || body.call == Call::Socketpair;
        const bool received = body.call == Call::Recvmsg || body.call == Call::Recvmmsg;
        return made ? Wording::tr("%1: descriptor %2 is an end of %3")
                          .arg(callText(body.call, std::nullopt))
                          .arg(body.fd)
                          .arg(channelLabel(m_world, body.channel))
            : received ? Wording::tr("%1: receives descriptor %2, an end of %3")
                             .arg(callText(body.call, std::nullopt))
                             .arg(body.fd)
                             .arg(channelLabel(m_world, body.channel))
                       : QString();
    }
    QString operator()(const DescriptorSent& body) const
    {
        const Descriptor* const sent = m_world.descriptor(m_event.pid, body.fd);
        return Wording::tr("sends descriptor %1, an end of %2, through %3")
            .arg(QString::number(body.fd),
                channelLabel(m_world, sent ? sent->channel : ChannelId()),
                channelLabel(m_world, body.through));
    }
    QString operator()(const ChannelAttached& body) const
    {
        return Wording::tr("%1: uses %2")
            .arg(callText(body.call, std::nullopt), channelLabel(m_world, body.channel));
    }
    template <typename Other> QString operator()(const Other&) const { return {}; }

private:
    [[nodiscard]] bool carries(ChannelId id) const
    {
        const Channel* const channel = m_world.channel(id);
        return channel && channel->carriesBytes();
    }
    static QString signalText(SignalNumber signal)
    {
        return QString::fromStdString(signalName(signal.value));
    }
    const World& m_world;
    const Event& m_event;
};

} // namespace

QString emptyMessageText(const World& world, const BytesMoved& moved)
{
    const Channel* const channel = world.channel(moved.channel);
    if (channel && channel->carriesMessages())
        return Wording::tr("an empty datagram");
    return moved.empty ? Wording::tr("an empty message") : QString();
}

QString readText(const World& world, const BytesMoved& moved)
{
    if (moved.count + moved.dropped == 0) {
        const QString message = emptyMessageText(world, moved);
        return message.isEmpty() ? Wording::tr("end of file") : message;
    }
    const QString read = bytesText(moved.count) + QLatin1Char(' ') + quotedBytes(moved);
    return moved.dropped == 0 ? read
                              : Wording::tr("%1, and %2 more that did not fit are lost")
                                    .arg(read, bytesText(moved.dropped));
}

QString gotSignal(SignalNumber signal, const SignalOrigin& origin, const QString& effect)
{
    const QString got = QString::fromStdString(signalName(signal.value));
    if (origin.by == SignalSource::Terminal)
        return Wording::tr("gets %1 from the terminal: %2").arg(got, effect);
    return origin.from ? Wording::tr("gets %1 from %2, which is not watched: %3")
                             .arg(got, senderLabel(origin), effect)
                       : Wording::tr("gets %1: %2").arg(got, effect);
}

QString originWords(const SignalOrigin& origin)
{
    if (origin.by == SignalSource::Terminal)
        return Wording::tr("from the terminal");
    return origin.from ? Wording::tr("from %1, not watched").arg(senderLabel(origin)) : QString();
}

QString quotedBytes(const BytesMoved& moved)
{
    std::string_view bytes = moved.bytes.kept.substr(0, kMostBytes);
    if (bytes.size() < moved.bytes.kept.size())
        bytes.remove_suffix(unfinishedTail(bytes));
    QString text = visibleText(bytes);
    const bool whole = text.size() <= kMostText && moved.cut == 0;
    if (text.size() > kMostText)
        text = text.left(kMostText);
    return QStringLiteral("“%1”%2").arg(text, whole ? QString() : QStringLiteral("…"));
}

QString eventLine(const World& world, const Event& event)
{
    return std::visit(LineOf(world, event), event.body);
}

} // namespace ipclab
