// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "views/common/look.h"
#include "views/common/wording.h"
#include "views/inspector/linked_text.h"

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
    Target target; // where choosing it leads
    QString other; // the end of `words`, when that leads elsewhere
    Target otherTarget;
    QString spoken; // for a screen reader, where signs do not read well
    std::optional<double> share; // a bar under it, filled so far
    Ink ink = Ink::KernelBytes;
    bool operator==(const FactRow&) const = default;
};

// A buffer: how much is in it, its first bytes, and why it has the size that it has.
struct BufferFact {
    QString title; // "stdout → pipe A"
    QString level; // "58 of 8 192 bytes, not yet written"
    QString bytes; // made visible
    QString rest; // what is not shown of them, and why; empty: nothing
    QString size; // why it is so large
    double share = 0;
    Ink ink = Ink::KernelBytes;
    bool operator==(const BufferFact&) const = default;
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
    bool operator==(const SignalFact&) const = default;
};

struct ProcessFacts {
    Pid pid;
    bool self = false;
    bool alive = false;
    QString obstacle; // why the person can do nothing to it now
    QString name;
    QString pidText;
    QString command;
    QString state;
    QString limits; // what is not seen of it; a line each
    Ink stateInk = Ink::QuietText;
    WhyTone tone = WhyTone::Quiet;
    QString whyTitle;
    QString why; // plain
    std::vector<Named> named; // in it
    bool held = false; // by the person
    bool stands = false; // and one call of it can be let go
    std::vector<WayOut> waysOut;
    std::vector<FactRow> files;
    std::vector<BufferFact> buffers; // its own
    std::vector<FactRow> family;
    std::vector<SignalFact> signalActions; // of buttonSignals(), then of menuSignals()
    std::vector<FactRow> signalRows; // what each would do now
    std::vector<FactRow> recentSignals; // the newest first
    std::vector<FactRow> arguments;
    std::vector<FactRow> environment;
    QString environmentNote;
    std::vector<FactRow> limitRows;
    bool operator==(const ProcessFacts&) const = default;
};

struct ChannelFacts {
    ChannelId channel;
    QString name;
    QString kind;
    QString systemName;
    std::vector<FactRow> totals;
    QString totalsNote; // why they are not what one expects
    std::vector<FactRow> writers;
    std::vector<FactRow> readers;
    std::vector<BufferFact> contents; // what waits in it, a queue each
    std::vector<FactRow> places;
    bool labFeeds = false; // it is the stdin of somebody, and the other end is ours
    QString obstacle;
    bool operator==(const ChannelFacts&) const = default;
};

const std::vector<int>& buttonSignals(); // INT, TERM, …
const std::vector<int>& menuSignals(); // under "more…"
QString shortSignalName(int signal); // "TERM"

ProcessFacts processFacts(const World& world, const LogView& log, Pid pid, Now now);
ChannelFacts channelFacts(const World& world, const LogView& log, ChannelId id);

// Whom to show when nobody is chosen: one in a deadlock, else who waits longest, else the first.
// Stays with `current` unless another is more worth a look.
Pid mostInteresting(const World& world, Pid current);

} // namespace ipclab
