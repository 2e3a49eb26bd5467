// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_memory.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

namespace ipclab {

namespace {

constexpr quint32 kFormat = 1;
constexpr Birth kNobody = 14695981039346656037ULL; // IPC Lab, and whoever is not seen

// FNV-1a: it has to be the same in every build and every run.
Birth mixed(Birth seed, std::string_view bytes)
{
    constexpr Birth kPrime = 1099511628211ULL;
    for (const char byte : bytes)
        seed = (seed ^ static_cast<unsigned char>(byte)) * kPrime;
    return seed;
}

Birth mixed(Birth seed, std::uint64_t number)
{
    return mixed(seed, std::to_string(number) + '/');
}

} // namespace

std::vector<Pid> MapBirths::learn(const World& world)
{
    std::vector<Pid> pids;
    std::vector<const Process*> added;
    for (const auto& [pid, process] : world.processes) {
        if (process.self) {
            if (m_births.try_emplace(pid, kNobody).second)
                pids.push_back(pid);
        } else if (!m_births.contains(pid))
            added.push_back(&process);
    }
    // A parent before its children, as they are born within one tick of the clock, too.
    std::ranges::sort(
        added, {}, [](const Process* one) { return std::pair(one->startedAt, one->pid); });
    for (const Process* const process : added) {
        const auto maker = m_births.find(process->maker ? process->maker : process->parent);
        const Birth family = mixed(maker == m_births.end() ? kNobody : maker->second, process->run);
        m_births[process->pid] = mixed(family, ++m_children[family]);
        pids.push_back(process->pid);
    }
    return pids;
}

void MapBirths::forget()
{
    m_births.clear();
    m_children.clear();
}

std::optional<Birth> MapBirths::of(Pid pid) const
{
    const auto found = m_births.find(pid);
    return found == m_births.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Birth> MapBirths::ofGroup(Pid pid) const
{
    const std::optional<Birth> birth = of(pid);
    return birth ? std::optional(mixed(*birth, "group")) : std::nullopt;
}

Birth birthOf(const Channel& channel)
{
    const Birth kind = mixed(mixed(kNobody, "channel"), static_cast<std::uint64_t>(channel.kind));
    return mixed(kind, channel.ordinal);
}

QByteArray MapMemory::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << kFormat << static_cast<quint32>(folded.size());
    for (const auto& [birth, isFolded] : folded)
        stream << static_cast<quint64>(birth) << isFolded;
    stream << static_cast<quint32>(places.size());
    for (const auto& [birth, place] : places)
        stream << static_cast<quint64>(birth) << place;
    return bytes;
}

void MapMemories::keep(const QString& name, const MapMemory& memory)
{
    if (memory.empty()) {
        of.erase(name);
        return;
    }
    if (of.size() >= kMost && !of.contains(name))
        of.erase(of.begin());
    of[name] = memory;
}

QByteArray MapMemories::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << static_cast<quint32>(of.size());
    for (const auto& [name, memory] : of)
        stream << name << memory.toBytes();
    return bytes;
}

MapMemories MapMemories::fromBytes(const QByteArray& bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 count = 0;
    stream >> count;
    MapMemories memories;
    for (quint32 i = 0; i < std::min<quint32>(count, kMost); ++i) {
        QString name;
        QByteArray memory;
        stream >> name >> memory;
        if (stream.status() == QDataStream::Ok)
            memories.keep(name, MapMemory::fromBytes(memory));
    }
    return memories;
}

MapMemory MapMemory::fromBytes(const QByteArray& bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 format = 0;
    quint32 count = 0;
    quint64 birth = 0;
    MapMemory memory;
    stream >> format >> count;
    for (quint32 i = 0; i < std::min<quint32>(count, kMost) && format == kFormat; ++i) {
        bool isFolded = false;
        stream >> birth >> isFolded;
        memory.folded[birth] = isFolded;
    }
    stream >> count;
    for (quint32 i = 0; i < std::min<quint32>(count, kMost); ++i) {
        QPointF place;
        stream >> birth >> place;
        constexpr qreal kFar = 1e5;
        if (std::abs(place.x()) < kFar && std::abs(place.y()) < kFar)
            memory.places[birth] = place;
    }
    return stream.status() == QDataStream::Ok && format == kFormat ? memory : MapMemory {};
}

} // namespace ipclab
