// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording.h"

#include "ipc-core/base/signal_name.h"
#include "views/common/visible_bytes.h"
#include "views/common/wording_ahead.h"
#include "views/common/wording_tr.h"

#include <QStringList>

#include <algorithm>

namespace ipclab {

namespace {

// 1 is A, 26 is Z, 27 is AA.
QString letters(unsigned ordinal)
{
    QString found;
    for (unsigned rest = ordinal; rest > 0; rest = (rest - 1) / 26)
        found.prepend(QChar(static_cast<char16_t>(u'A' + (rest - 1) % 26)));
    return found;
}

// A name is chosen by anybody, and stands in a line: nothing in it may break that, or hide.
QString named(std::string_view name)
{
    const bool plain
        = std::ranges::all_of(name, [](unsigned char c) { return c >= ' ' && c < 127; });
    return plain ? text(name) : visibleText(name);
}

QString lastPart(const std::string& path)
{
    return named(path).section(QLatin1Char('/'), -1);
}

bool isSystemName(const std::string& name) // "pipe:[123]", as /proc names what has no name
{
    return name.empty() || name.find(":[") != std::string::npos || name.starts_with("anon_inode:");
}

bool isAddressOfListener(const World& world, const std::string& address)
{
    return std::ranges::any_of(world.channels,
        [&](const auto& entry) { return entry.second.backlog && entry.second.local == address; });
}

// Of the two addresses of a connection, the one that people know: the server's.
QString socketAddress(const World& world, const Channel& channel)
{
    if (!channel.local.empty() && isAddressOfListener(world, channel.local))
        return named(channel.local);
    if (!channel.remote.empty())
        return named(channel.remote);
    if (!channel.local.empty())
        return named(channel.local);
    return isSystemName(channel.name) ? letters(channel.ordinal) : named(channel.name);
}

bool onlyOneOfItsKind(const World& world, const Channel& channel)
{
    return std::ranges::count_if(world.channels, [&](const auto& entry) {
        return entry.second.kind == channel.kind;
    }) == 1;
}

QString fileLabel(const Channel& channel)
{
    if (channel.name.starts_with("/dev/"))
        return named(channel.name);
    if (channel.name.starts_with("socket:[")) // of a family that we do not know
        return Wording::tr("socket %1").arg(named(channel.name));
    return Wording::tr("file %1").arg(lastPart(channel.name));
}

QString namedOrLettered(const Channel& channel)
{
    return isSystemName(channel.name) ? letters(channel.ordinal) : lastPart(channel.name);
}

} // namespace

QString processLabel(const Process& process)
{
    if (process.self)
        return QStringLiteral("IPC Lab");
    if (!process.run.empty() && process.run != process.stem())
        return named(process.run); // of several that run one program, a lab's name tells which
    return process.name.empty() ? QString::number(process.pid.value) : named(process.name);
}

QString processWithPid(const Process& process)
{
    if (process.self || process.name.empty())
        return processLabel(process);
    return processLabel(process) + QLatin1Char(' ') + QString::number(process.pid.value);
}

QString processName(const World& world, const Process& process)
{
    const bool shared = std::ranges::any_of(world.processes, [&](const auto& entry) {
        const Process& other = entry.second;
        return other.pid != process.pid && other.alive()
            && processLabel(other) == processLabel(process);
    });
    return shared ? processWithPid(process) : processLabel(process);
}

QString processLabel(const World& world, Pid pid)
{
    const Process* const process = world.process(pid);
    return process ? processLabel(*process) : QString::number(pid.value);
}

QString processWithPid(const World& world, Pid pid)
{
    const Process* const process = world.process(pid);
    return process ? processWithPid(*process) : QString::number(pid.value);
}

QString processName(const World& world, Pid pid)
{
    const Process* const process = world.process(pid);
    return process ? processName(world, *process) : QString::number(pid.value);
}

QString asTyped(QString word)
{
    const bool plain = !word.isEmpty() && std::ranges::all_of(word, [](QChar c) {
        return c.isLetterOrNumber() || QStringLiteral("_-+=./:,@%").contains(c);
    });
    return plain ? word
                 : QLatin1Char('\'') + word.replace(QLatin1Char('\''), QStringLiteral("'\\''"))
            + QLatin1Char('\'');
}

QString commandLine(const Process& process)
{
    QStringList words;
    for (const std::string& argument : process.argv)
        words.append(asTyped(named(argument)));
    return words.isEmpty() ? named(process.path) : words.join(QLatin1Char(' '));
}

QString channelKindName(ChannelKind kind)
{
    switch (kind) {
    case ChannelKind::Pipe:
        return Wording::tr("pipe");
    case ChannelKind::Fifo:
        return Wording::tr("FIFO");
    case ChannelKind::Pty:
        return Wording::tr("terminal");
    case ChannelKind::Unix:
        return Wording::tr("Unix socket");
    case ChannelKind::Tcp:
        return Wording::tr("TCP socket");
    case ChannelKind::Udp:
        return Wording::tr("UDP socket");
    case ChannelKind::File:
        return Wording::tr("file");
    case ChannelKind::Shm:
        return Wording::tr("shared memory");
    case ChannelKind::Queue:
        return Wording::tr("message queue");
    case ChannelKind::Eventfd:
        return Wording::tr("eventfd");
    case ChannelKind::Semaphore:
        return Wording::tr("semaphore");
    case ChannelKind::Timerfd:
        return Wording::tr("timer");
    case ChannelKind::Signalfd:
        return Wording::tr("signal descriptor");
    case ChannelKind::Epoll:
        return Wording::tr("epoll set");
    case ChannelKind::Inotify:
        return Wording::tr("inotify watch");
    case ChannelKind::Pidfd:
        return Wording::tr("process descriptor");
    case ChannelKind::IoUring:
        return Wording::tr("io_uring");
    }
    return {};
}

QString channelLabel(const World& world, ChannelId id)
{
    const Channel* const channel = world.channel(id);
    if (!channel)
        return Wording::tr("an unknown channel");
    switch (channel->kind) {
    case ChannelKind::Pipe:
        return Wording::tr("pipe %1").arg(letters(channel->ordinal));
    case ChannelKind::Fifo: {
        constexpr std::size_t kShort = 18;
        return Wording::tr("FIFO %1").arg(
            channel->name.size() <= kShort ? named(channel->name) : lastPart(channel->name));
    }
    case ChannelKind::Pty:
        return onlyOneOfItsKind(world, *channel)
            ? Wording::tr("terminal")
            : Wording::tr("terminal %1").arg(letters(channel->ordinal));
    case ChannelKind::Unix: {
        const std::string& path = channel->local.empty() ? channel->remote : channel->local;
        return Wording::tr("socket %1")
            .arg(path.empty() ? namedOrLettered(*channel) : lastPart(path));
    }
    case ChannelKind::Tcp:
        return Wording::tr("socket %1").arg(socketAddress(world, *channel));
    case ChannelKind::Udp:
        return Wording::tr("UDP %1").arg(socketAddress(world, *channel));
    case ChannelKind::File:
        return fileLabel(*channel);
    case ChannelKind::Shm:
    case ChannelKind::Queue:
    case ChannelKind::Eventfd:
    case ChannelKind::Semaphore:
    case ChannelKind::Timerfd:
    case ChannelKind::Signalfd:
    case ChannelKind::Epoll:
    case ChannelKind::Inotify:
    case ChannelKind::Pidfd:
    case ChannelKind::IoUring:
        break;
    }
    return channelKindName(channel->kind) + QLatin1Char(' ') + namedOrLettered(*channel);
}

QString callText(Call call, std::optional<int> fd)
{
    return QStringLiteral("%1(%2)").arg(
        text(name(call)), fd && *fd >= 0 ? QString::number(*fd) : QString());
}

QString accessText(Access access)
{
    return text(name(access));
}

QString endingWords(const Ending& ending)
{
    if (ending.detached)
        return Wording::tr("let go, and goes on unwatched");
    if (ending.signal != 0)
        return ending.core
            ? Wording::tr("killed by %1, core dumped").arg(text(signalName(ending.signal)))
            : Wording::tr("killed by %1").arg(text(signalName(ending.signal)));
    return ending.code ? Wording::tr("ended with %1").arg(*ending.code) : Wording::tr("ended");
}

QString stateWords(const World& world, const Process& process, Now now)
{
    if (process.self)
        return Wording::tr("you");
    if (QString held = heldState(world, process); !held.isEmpty())
        return held;
    switch (process.state()) {
    case ProcessState::Running:
        return process.unseen() ? Wording::tr("not seen") : Wording::tr("running");
    case ProcessState::Stopped:
        return Wording::tr("stopped by %1").arg(text(signalName(process.stoppedBy)));
    case ProcessState::Zombie:
        return Wording::tr("zombie");
    case ProcessState::Gone:
        return process.ending->detached ? Wording::tr("let go") : endingWords(*process.ending);
    case ProcessState::Waiting:
        break;
    }
    const std::optional<Wait> wait = waitOf(world, process);
    if (!wait)
        return Wording::tr("waiting");
    const Nanoseconds moment = now.value_or(world.now);
    if (wait->reason == WaitReason::Time && wait->until && !process.surveyed)
        return Wording::tr("sleeping · %1 left").arg(durationText(*wait->until - moment));
    if (process.surveyed) // since when, nobody knows
        return Wording::tr("waiting · %1").arg(callText(wait->call, wait->fd));
    return Wording::tr("waiting · %1 %2")
        .arg(callText(wait->call, wait->fd), shortDurationText(moment - wait->since));
}

QString placeLabel(Place place)
{
    switch (place) {
    case Place::Writer:
        return Wording::tr("in the writer's buffer");
    case Place::Kernel:
        return Wording::tr("in the kernel");
    case Place::Reader:
        return Wording::tr("in the reader's buffer");
    case Place::Read:
        break;
    }
    return Wording::tr("read");
}

} // namespace ipclab
