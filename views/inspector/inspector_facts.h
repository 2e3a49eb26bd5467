// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "views/common/look.h"
#include "views/common/wording.h"

#include <QCoreApplication>
#include <QString>

#include <optional>
#include <vector>

namespace ipclab {

struct InspectorWords { // the translation context
    Q_DECLARE_TR_FUNCTIONS(ipclab::InspectorWords)
};

// A line of a list: "1  pipe A → reader.py   w".
struct FactRow {
    QString left;
    QString words;
    QString right;
    QString tip;
    Pid pid; // what choosing it shows, or neither
    ChannelId channel;
    std::optional<double> share; // a bar under it, filled so far
    Ink ink = Ink::KernelBytes;
    bool operator==(const FactRow&) const = default;
};

// What the person can do about a wait: send a signal, or close an end that IPC Lab holds.
struct WayOut {
    QString words;
    Pid pid;
    int signal = 0;
    ChannelId closes;
    bool operator==(const WayOut&) const = default;
};

enum class WhyTone : std::uint8_t { Quiet, Waiting, Deadlock };

struct SignalFact {
    int signal = 0;
    QString action; // what it would do now
    QString brief; // the same on a button
    bool operator==(const SignalFact&) const = default;
};

struct ProcessFacts {
    Pid pid;
    bool self = false;
    bool alive = false;
    bool canAct = true; // the person can do something to it: it is now, and it runs
    QString name;
    QString pidText;
    QString command;
    QString state;
    QString family; // whose child, whose parent, how many threads; a line each
    QString limits; // what is not seen of it; a line each
    Ink stateInk = Ink::QuietText;
    WhyTone tone = WhyTone::Quiet;
    QString whyTitle;
    QString why; // plain
    QStringList names; // of processes, to be made strong in it
    bool held = false; // by the person
    bool stands = false; // and one call of it can be let go
    std::vector<WayOut> waysOut;
    std::vector<FactRow> files;
    std::vector<SignalFact> signalActions; // of kSignals, then of kMoreSignals
    std::vector<FactRow> signalRows; // recent, pending, blocked
    bool operator==(const ProcessFacts&) const = default;
};

struct ChannelFacts {
    ChannelId channel;
    QString name;
    QString kind;
    QString systemName;
    std::vector<FactRow> levels;
    std::vector<FactRow> writers;
    std::vector<FactRow> readers;
    std::vector<FactRow> places;
    bool labFeeds = false; // it is the stdin of somebody, and the other end is ours
    bool canAct = true;
    bool operator==(const ChannelFacts&) const = default;
};

const std::vector<int>& buttonSignals(); // INT, TERM, …
const std::vector<int>& menuSignals(); // under "more…"
QString shortSignalName(int signal); // "TERM"

ProcessFacts processFacts(const World& world, const LogView& log, Pid pid, Now now);
ChannelFacts channelFacts(const World& world, ChannelId id);

// Whom to show when nobody is chosen: one in a deadlock, else who waits longest, else the first.
// Stays with `current` unless another is more worth a look.
Pid mostInteresting(const World& world, Pid current);

} // namespace ipclab
