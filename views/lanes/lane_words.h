// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"
#include "views/common/state_mark.h"
#include "views/common/wording.h"
#include "views/lanes/lane_feed.h"

#include <QCoreApplication>
#include <QString>

namespace ipclab {

class TimeCursor;

struct LaneWords { // the translation context
    Q_DECLARE_TR_FUNCTIONS(ipclab::LaneWords)
};

// What stands at the head of a lane: whose it is and how it is at the moment.
struct LaneHead {
    QString name; // "child.py", "thread 4713"
    QString pid; // quietly
    QString state; // "waiting · read(0) 4.1 s"
    StateMark mark = StateMark::Ended;
    bool operator==(const LaneHead&) const = default;
};

QString stateName(LaneState state); // "running", "waiting", …

// `world` is that of the moment; `latest` knows those who are yet to come.
LaneHead laneHead(const World& world, const World& latest, const Lane& lane, Now now);
QString laneName(const World& world, const World& latest, const Lane& lane);

// In a bar: "read(0) · pipe A".
QString sliceLabel(const World& world, const EventLog& log, const LaneSlice& slice);
// The same for who waits at the moment, with whom it waits for: "read(0) · pipe A ← child.py".
QString waitLabel(const World& world, const Lane& lane);

// What the slice is and why, in sentences, as it is at the moment or else was when it ended. Makes
// a World: for a hover.
QString sliceWords(const TimeCursor& cursor, const Lane& lane, std::size_t slice, Nanoseconds now);
// Of many in one pixel: how long they were in each state.
QString mixWords(const LaneShares& shares);
QString arrowWords(const TimeCursor& cursor, const LaneFeed& feed, const LaneArrow& arrow);

} // namespace ipclab
