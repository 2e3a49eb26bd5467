// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a process's own buffers are called, and what they keep.
#include "views/common/wording.h"
#include "views/common/wording_tr.h"
#include "views/common/wording_wait.h"

#include <algorithm>

namespace ipclab {

namespace {

template <class Other>
bool sharesName(const Process& process, const Stream& stream, const Other& isMeant)
{
    return std::ranges::any_of(process.streams, [&](const Stream& other) {
        return other.name != stream.name && streamLabel(other) == streamLabel(stream)
            && isMeant(other);
    });
}

QString keptUntil(const Stream& stream, const QString& room)
{
    if (stream.mode == BufferMode::Line)
        return Wording::tr("so it all stays in its own %1-byte buffer until the line ends")
            .arg(room);
    return Wording::tr(
        "so it all stays in its own %1-byte buffer until it is full, flushed, or the "
        "program ends")
        .arg(room);
}

// fork(2) copied them: who printed them may flush them, too.
QString inheritedSentence(const World& world, const Process& process, const Stream& stream)
{
    const QString who = processName(world, process);
    const QString label = streamLabel(process, stream);
    const QString all = bytesInWords(stream.pending);
    const QString copy = stream.inherited == stream.pending
        ? Wording::tr("%1 has %2 in its own %3 buffer that it has not printed: fork() copied them.")
              .arg(who, all, label)
        : Wording::tr("%1 has %2 in its own %3 buffer, of which fork() copied %4.")
              .arg(who, all, label, bytesInWords(stream.inherited));
    return sentences(
        { copy, Wording::tr("Whoever has such a copy writes it out once more when it flushes.") });
}

QString keptSentence(const World& world, const Process& process, const Stream& stream)
{
    if (stream.inherited > 0)
        return inheritedSentence(world, process, stream);
    const Descriptor* const descriptor = world.descriptor(process.pid, stream.fd);
    const Channel* const channel = descriptor ? world.channel(descriptor->channel) : nullptr;
    if (!channel)
        return Wording::tr("%1 has printed %2, but its %3 is closed: nobody will ever read that.")
            .arg(processName(world, process), bytesInWords(stream.pending),
                streamLabel(process, stream));
    // Who was only looked at may be a fork, with a copy of what another has printed.
    const bool byItself = process.by != StartedBy::Found;
    const QString has = (byItself ? Wording::tr("%1 has printed %2, but its %3 is a %4, %5.")
                                  : Wording::tr("%1 keeps %2: its %3 is a %4, %5."))
                            .arg(processName(world, process), bytesInWords(stream.pending),
                                streamLabel(process, stream), channelKindName(channel->kind),
                                keptUntil(stream, countText(stream.capacity)));
    return byItself ? sentences({ has, Wording::tr("The kernel has seen none of it.") }) : has;
}

} // namespace

QString streamLabel(const Stream& stream)
{
    if (stream.name == "FILE" || stream.name == "os.fdopen") // without a name
        return Wording::tr("fd %1").arg(stream.fd);
    return text(stream.name).section(QLatin1Char('.'), -1); // "sys.stdout" is stdout
}

QString streamLabel(const Process& process, const Stream& stream)
{
    const QString label = streamLabel(stream);
    const auto keeps = [](const Stream& other) { return other.pending + other.unread > 0; };
    if (!sharesName(process, stream, keeps))
        return label;
    return isOfPython(stream) ? Wording::tr("Python %1").arg(label)
                              : Wording::tr("C library %1").arg(label);
}

QString streamTitle(const Process& process, const Stream& stream)
{
    const QString label = streamLabel(stream);
    if (!sharesName(process, stream, [](const Stream&) { return true; }))
        return label;
    return isOfPython(stream) ? Wording::tr("Python's %1").arg(label)
                              : Wording::tr("C library's %1").arg(label);
}

QString pendingSentence(const World& world, const Process& process)
{
    const auto keeps = std::ranges::find_if(
        process.streams, [](const Stream& stream) { return stream.pending > 0; });
    return keeps == process.streams.end() ? QString() : keptSentence(world, process, *keeps);
}

QStringList pendingSentences(const World& world, const Process& process)
{
    constexpr qsizetype kMost = 6;
    QStringList said;
    int more = 0;
    for (const Stream& stream : process.streams) {
        if (stream.pending == 0)
            continue;
        if (said.size() < kMost)
            said += keptSentence(world, process, stream);
        else
            ++more;
    }
    if (more > 0)
        said += Wording::tr("More buffers that keep bytes: %1.").arg(more);
    return said;
}

} // namespace ipclab
