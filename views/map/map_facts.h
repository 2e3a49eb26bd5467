// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/run_bytes.h"
#include "views/common/look.h"
#include "views/common/state_mark.h"
#include "views/common/wording.h"
#include "views/map/map_graph.h"
#include "views/map/map_words.h"
#include "views/map/tube_outline.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace ipclab {

// What a card and a tube say and show: words and shares, all that painting needs. Equal facts need
// no painting.

struct Bucket { // a process's own buffer
    QString text; // "stdout buffer · 58 / 8 192 B"
    QString brief; // "stdout · 58 / 8 192 B", where there is no room
    double share = 0;
    Ink ink = Ink::WriterBytes;
    bool operator==(const Bucket&) const = default;
};

struct CardFacts {
    QString name;
    QString pid; // or what stands for it, quietly
    QString fork; // "fork of 4711": it goes on with the program of who made it
    QString forkBrief; // "fork", where there is no room
    QString state;
    QString threads; // "3 threads"; of one, nothing
    std::vector<StateMark> threadMarks; // of each, where there are several
    QStringList ends; // of IPC Lab: "58 B came", "5 B typed"
    QString endsTold; // the same for each end
    StateMark mark = StateMark::Running;
    std::vector<Bucket> buckets;
    QString moreBuckets; // "+2 more"; of a group, the other states in it
    QString tip; // rich text
    bool operator==(const CardFacts&) const = default;
};

struct TubeFacts {
    QString name;
    TubeShape shape = TubeShape::Pipe;
    // One direction, or two: what waits to be read at each end, and who would read it.
    struct Flow {
        QString to; // only where there are two
        QString text; // "0 / 65 536 B"
        double share = 0;
        quint64 bytes = 0;
        bool operator==(const Flow&) const = default;
    };
    std::vector<Flow> flows;
    std::array<QString, 2> notes; // under it
    bool deadlock = false;
    QString tip;
    bool operator==(const TubeFacts&) const = default;
};

bool changesWithTime(const World& world); // someone waits: durations grow

// `before`: went through before this run, and is not told of it.
CardFacts cardFacts(
    const World& world, const MapCard& card, Now now, const PassedBytes& before = {});
CardFacts groupFacts(const World& world, const MapCard& card); // of one that stands for several
TubeFacts tubeFacts( // of one channel or of several
    const World& world, const MapTube& tube, const PassedBytes& before = {});
std::vector<TubeFacts::Flow> flowsOf(const Channel& channel); // without words
bool isInDeadlock(const World& world, ChannelId channel);

// Has the node bytes in that place?
bool hasBytesAt(
    const World& world, const MapCard& card, Place place, const PassedBytes& before = {});
bool hasBytesAt(const World& world, const MapTube& tube, Place place);

// How many are connected to a listening socket and not accepted.
std::size_t waitingToBeAccepted(const World& world, ChannelId listener);

// All of the map in words, a line a node, for those who do not see it. Without durations.
QString mapSummary(const World& world, const MapGraph& graph, const PassedBytes& before = {});
// One node of it, and what that waits for.
QString nodeWords(
    const World& world, const MapGraph& graph, const MapNode& node, const PassedBytes& before = {});

} // namespace ipclab
