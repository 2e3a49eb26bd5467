// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording_ahead.h"

#include "ipc-core/base/signal_name.h"
#include "views/common/numbers.h"
#include "views/common/visible_bytes.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

namespace ipclab {

namespace {

// As in a sentence, where languages have articles.
QString labelAhead(const World& world, ChannelId id)
{
    QString label = channelLabel(world, id);
    const Channel* const channel = world.channel(id);
    if (!channel || label.startsWith(QLatin1Char('/')) || channel->kind == ChannelKind::Udp)
        return label;
    const bool feminine = channel->kind == ChannelKind::Pipe || channel->kind == ChannelKind::Shm
        || channel->kind == ChannelKind::Queue;
    return (feminine ? Wording::tr("%1", "within a sentence: a pipe, shared memory or a queue")
                     : Wording::tr("%1", "within a sentence: a FIFO, socket, file or terminal"))
        .arg(label);
}

QString descriptorWords(const World& world, const CallAhead& ahead)
{
    if (!ahead.fd)
        return Wording::tr("a descriptor");
    return ahead.channel
        ? Wording::tr("descriptor %1 (%2)").arg(*ahead.fd).arg(channelLabel(world, ahead.channel))
        : Wording::tr("descriptor %1").arg(*ahead.fd);
}

QString writeWords(const World& world, const CallAhead& ahead)
{
    const QString bytes = bytesInWords(ahead.requested.value_or(0));
    return ahead.channel
        ? Wording::tr("will write %1 into %2").arg(bytes, labelAhead(world, ahead.channel))
        : Wording::tr("will write %1").arg(bytes);
}

QString readWords(const World& world, const CallAhead& ahead)
{
    const QString bytes = bytesInWords(ahead.requested.value_or(0));
    return ahead.channel
        ? Wording::tr("will read up to %1 from %2").arg(bytes, labelAhead(world, ahead.channel))
        : Wording::tr("will read up to %1").arg(bytes);
}

QString signalOf(const CallAhead& ahead)
{
    return ahead.signal == 0 ? Wording::tr("a signal") : text(signalName(ahead.signal));
}

QString signalWords(const World& world, const CallAhead& ahead)
{
    const QString signal = signalOf(ahead);
    return ahead.to ? Wording::tr("will send %1 to %2").arg(signal, processName(world, ahead.to))
                    : Wording::tr("will send %1").arg(signal);
}

QString openWords(const CallAhead& ahead)
{
    return Wording::tr("will open %1").arg(visibleText(ahead.path));
}

QString socketWords(const World& world, const CallAhead& ahead)
{
    switch (ahead.call) {
    case Call::Socket:
        return Wording::tr("will make a socket");
    case Call::Socketpair:
        return Wording::tr("will make a pair of sockets");
    case Call::Bind:
        return ahead.path.empty()
            ? Wording::tr("will give its socket an address")
            : Wording::tr("will give its socket the address %1").arg(visibleText(ahead.path));
    case Call::Listen:
        return Wording::tr("will begin to listen for connections");
    case Call::Connect:
        return ahead.path.empty() ? Wording::tr("will connect its socket")
                                  : Wording::tr("will connect to %1").arg(visibleText(ahead.path));
    case Call::Accept:
    case Call::Accept4:
        return Wording::tr("will accept a connection");
    case Call::Shutdown:
        return Wording::tr("will shut down %1").arg(descriptorWords(world, ahead));
    default:
        return {};
    }
}

// Calls that wait for something.
QString waitWords(const World& world, const CallAhead& ahead)
{
    switch (ahead.call) {
    case Call::Wait4:
    case Call::Waitid:
        return ahead.to.value > 0
            ? Wording::tr("will wait for the end of %1").arg(processName(world, ahead.to))
            : Wording::tr("will wait for the end of a child");
    case Call::Nanosleep:
    case Call::ClockNanosleep:
        return Wording::tr("will sleep");
    case Call::Pause:
    case Call::RtSigsuspend:
    case Call::RtSigtimedwait:
        return Wording::tr("will wait for a signal");
    case Call::Poll:
    case Call::Ppoll:
    case Call::Select:
    case Call::Pselect6:
    case Call::EpollWait:
    case Call::EpollPwait:
    case Call::EpollPwait2:
        return Wording::tr("will wait until something happens on its descriptors");
    case Call::Futex:
        return Wording::tr("will wait for another thread");
    case Call::Flock:
        return Wording::tr("will lock %1").arg(descriptorWords(world, ahead));
    default:
        return {};
    }
}

// Calls that give and take away descriptors, and what needs none.
QString makingWords(const World& world, const CallAhead& ahead)
{
    switch (ahead.call) {
    case Call::Pipe:
    case Call::Pipe2:
        return Wording::tr("will make a pipe");
    case Call::Close:
        return Wording::tr("will close %1").arg(descriptorWords(world, ahead));
    case Call::Dup:
    case Call::Dup2:
    case Call::Dup3:
        return Wording::tr("will duplicate %1").arg(descriptorWords(world, ahead));
    case Call::RtSigaction:
        return Wording::tr("will decide what it does with %1").arg(signalOf(ahead));
    case Call::RtSigprocmask:
        return Wording::tr("will change which signals it blocks");
    case Call::Alarm:
    case Call::Setitimer:
    case Call::TimerSettime:
        return Wording::tr("will set a timer");
    case Call::Semop:
    case Call::Semtimedop:
        return Wording::tr("will use a semaphore");
    case Call::Kill:
    case Call::Tkill:
    case Call::Tgkill:
    case Call::RtSigqueueinfo:
    case Call::RtTgsigqueueinfo:
    case Call::PidfdSendSignal:
        return signalWords(world, ahead);
    default:
        return ahead.path.empty() ? QString() : openWords(ahead);
    }
}

bool isRead(Call call)
{
    return (call >= Call::Read && call <= Call::Recvmmsg) || call == Call::Msgrcv
        || call == Call::MqTimedreceive;
}

} // namespace

QString aheadWords(const World& world, const CallAhead& ahead)
{
    if (!ahead.mark.empty())
        return Wording::tr("is at its mark “%1”").arg(visibleText(ahead.mark));
    if (ahead.call == Call::Unknown)
        return Wording::tr("stands between two calls");
    if (ahead.requested)
        return isRead(ahead.call) ? readWords(world, ahead) : writeWords(world, ahead);
    for (const QString& words :
        { socketWords(world, ahead), waitWords(world, ahead), makingWords(world, ahead) }) {
        if (!words.isEmpty())
            return words;
    }
    return Wording::tr("will call %1").arg(callText(ahead.call, ahead.fd));
}

QString aheadWords(const World& world, const Process& process)
{
    const Thread* const next = process.nextHeld();
    return next ? aheadWords(world, *next->ahead) : QString();
}

QString heldState(const World& world, const Process& process)
{
    const QString words = aheadWords(world, process);
    return words.isEmpty() ? QString() : Wording::tr("held · %1").arg(words);
}

QString heldSentence(const World& world, const Process& process)
{
    if (!process.held || !process.alive())
        return {};
    const QString who = processName(world, process);
    const QString words = aheadWords(world, process);
    if (words.isEmpty())
        return Wording::tr("You hold %1: it will stand still before its next call.").arg(who);
    return Wording::tr(
        "You hold %1: it %2. Let it make one call, and it will stand before the next one.")
        .arg(who, words);
}

QString slowSentence(unsigned slow)
{
    if (slow <= 1)
        return {};
    constexpr unsigned kHeldFor = 2; // ms, times how slow: capture.h, setSlow()
    return Wording::tr(
        "Slow, 1/%1: each call is held back for %2 ms. The programs' own timers are not changed.")
        .arg(slow)
        .arg(slow * kHeldFor);
}

} // namespace ipclab
