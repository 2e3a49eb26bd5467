// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/plot_words.h"

#include "views/common/wording.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

// Who writes there, as far as it is known.
QString writerOf(const World& world, const Channel& channel, End queue)
{
    const auto writes = [&](const Mover& mover) {
        return mover.written.at(indexOf(queue)) > 0 && world.process(mover.pid);
    };
    const auto first = std::ranges::find_if(channel.movers, writes);
    return first == channel.movers.end() ? QString() : processLabel(world, first->pid);
}

QString channelName(const World& world, const PlotKey& key)
{
    const Channel* const channel = world.channel(key.channel);
    const QString name = channelLabel(world, key.channel);
    if (!channel)
        return name;
    if (const QString writer = writerOf(world, *channel, key.end); !writer.isEmpty())
        return QStringLiteral("%1 → %2").arg(writer, name);
    if (!channel->twoWay())
        return name;
    return key.end == End::First ? PlotWords::tr("%1, to the first end").arg(name)
                                 : PlotWords::tr("%1, to the second end").arg(name);
}

QString bufferName(const World& world, const PlotKey& key)
{
    Stream stream;
    stream.name = key.stream;
    stream.fd = key.fd;
    const QString program = processLabel(world, key.pid);
    const Process* const process = world.process(key.pid);
    const QString label = process ? streamTitle(*process, stream) : streamLabel(stream);
    return key.out ? PlotWords::tr("%1 %2, read ahead").arg(program, label)
                   : PlotWords::tr("%1 %2, not yet written").arg(program, label);
}

QString queueName(const World& world, const PlotKey& key)
{
    const Channel* const channel = world.channel(key.channel);
    const QString name = channelLabel(world, key.channel);
    return channel && channel->backlog ? PlotWords::tr("connections at %1").arg(name)
                                       : PlotWords::tr("messages in %1").arg(name);
}

} // namespace

QString quantityName(Quantity quantity)
{
    switch (quantity) {
    case Quantity::Level:
        return PlotWords::tr("Bytes in channels");
    case Quantity::Rate:
        return PlotWords::tr("Bytes a second");
    case Quantity::Buffered:
        return PlotWords::tr("Bytes in programs’ buffers");
    case Quantity::Queue:
        return PlotWords::tr("Messages and connections");
    case Quantity::Waiting:
        return PlotWords::tr("Time waited");
    }
    return {};
}

QString quantityWord(Quantity quantity)
{
    constexpr const char* kWords[] = { "level", "rate", "buffered", "queue", "waiting" };
    return QString::fromLatin1(kWords[static_cast<std::size_t>(quantity)]);
}

QString whatFills(Quantity quantity)
{
    switch (quantity) {
    case Quantity::Level:
        return PlotWords::tr(
            "How many bytes wait in each pipe, socket and terminal appears here, as "
            "soon as bytes move.");
    case Quantity::Rate:
        return PlotWords::tr("How many bytes a second go into each channel and out of it appears "
                             "here, as soon as bytes move.");
    case Quantity::Buffered:
        return PlotWords::tr(
            "How many bytes the programs keep in their own buffers (stdio of C, io "
            "of Python) appears here, as soon as one keeps any.");
    case Quantity::Queue:
        return PlotWords::tr(
            "How many messages, datagrams and connections wait to be taken appears "
            "here, as soon as one waits.");
    case Quantity::Waiting:
        return PlotWords::tr(
            "How long each thread has waited in calls appears here, as soon as one "
            "waits. Sleep does not count.");
    }
    return {};
}

QString runName(unsigned run, const PlotRun& of)
{
    const QString name = PlotWords::tr("Run %1").arg(run);
    return of.program.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, of.program);
}

QString seriesName(const World& world, Quantity quantity, const PlotKey& key)
{
    switch (quantity) {
    case Quantity::Level:
        return channelName(world, key);
    case Quantity::Rate:
        return key.out ? PlotWords::tr("%1, read").arg(channelName(world, key))
                       : PlotWords::tr("%1, written").arg(channelName(world, key));
    case Quantity::Buffered:
        return bufferName(world, key);
    case Quantity::Queue:
        return queueName(world, key);
    case Quantity::Waiting:
        break;
    }
    const QString program = processLabel(world, key.pid);
    return key.tid == firstThread(key.pid)
        ? program
        : PlotWords::tr("%1, thread %2").arg(program, QString::number(key.tid.value));
}

QString inRun(unsigned run, const QString& name)
{
    return PlotWords::tr("run %1 · %2").arg(QString::number(run), name);
}

QString valueText(Quantity quantity, double value)
{
    const auto whole = static_cast<quint64>(std::llround(std::max(value, 0.0)));
    switch (quantity) {
    case Quantity::Rate:
        return PlotWords::tr("%1/s").arg(bytesText(whole));
    case Quantity::Queue:
        return countText(whole);
    case Quantity::Waiting:
        return durationText(static_cast<Nanoseconds>(whole));
    case Quantity::Level:
    case Quantity::Buffered:
        break;
    }
    return bytesText(whole);
}

QString axisText(Quantity quantity, double value, double most)
{
    constexpr double kMega = 1e6;
    constexpr double kGiga = 1e9;
    const bool bytes = quantity != Quantity::Queue && quantity != Quantity::Waiting;
    if (!bytes || most < 10 * kMega) // bytesText() tells them apart from there on
        return valueText(quantity, value);
    const bool giga = most >= 10 * kGiga;
    const QString number = QLocale().toString(value / (giga ? kGiga : kMega), 'f', 1);
    const QString text
        = giga ? PlotWords::tr("%1 GB").arg(number) : PlotWords::tr("%1 MB").arg(number);
    return quantity == Quantity::Rate ? PlotWords::tr("%1/s").arg(text) : text;
}

} // namespace ipclab
