// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <QByteArray>
#include <QPointF>
#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace ipclab {

// Which process of a program it is, whatever its pid: the how-many-eth child of which one. The same
// program that does the same has the same births again in its next run. Any thread.
using Birth = std::uint64_t;

class MapBirths {
public:
    // Those who are new in the World.
    std::vector<Pid> learn(const World& world);
    void forget();
    [[nodiscard]] std::optional<Birth> of(Pid pid) const;

    // Of what is drawn for all that descend from it.
    [[nodiscard]] std::optional<Birth> ofGroup(Pid pid) const;

private:
    std::map<Pid, Birth> m_births;
    std::map<Birth, std::uint64_t> m_children; // so many were counted
};

// The same program makes its channels in the same order: the second pipe is the second again.
Birth birthOf(const Channel& channel);

// What a person did to the map of one lab or command: a few hundred acts at most, then no more.
struct MapMemory {
    static constexpr std::size_t kMost = 500;
    std::map<Birth, bool> folded;
    std::map<Birth, QPointF> places;

    [[nodiscard]] QByteArray toBytes() const;
    static MapMemory fromBytes(const QByteArray& bytes); // of what is damaged, nothing
    [[nodiscard]] bool empty() const { return folded.empty() && places.empty(); }
    bool operator==(const MapMemory&) const = default;
};

// Those of all labs and commands, by their names.
struct MapMemories {
    static constexpr std::size_t kMost = 100;
    std::map<QString, MapMemory> of;

    void keep(const QString& name, const MapMemory& memory); // beyond the most, in place of one
    [[nodiscard]] QByteArray toBytes() const;
    static MapMemories fromBytes(const QByteArray& bytes);
};

} // namespace ipclab
