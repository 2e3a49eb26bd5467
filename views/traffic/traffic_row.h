// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <string_view>

namespace ipclab {

class ByteStreams;

// What happened, for one row of the table: with bytes, with a signal, with a process.
enum class TrafficKind : std::uint8_t {
    Written,
    Lost, // written, and nobody will read it
    Read,
    EndOfFile,
    Kept,
    Created,
    Failed,
    Signal,
    Life,
    Person // what the person did
};

enum class BytesShown : std::uint8_t { Text, Hex, Both };

// One row: an event of the log, which keeps all that the row says. `skipped` counts the bytes of a
// Kept row's buffer that earlier rows have shown. Small, for there may be millions.
struct TrafficRow {
    std::uint32_t index = 0; // no log has more events
    std::uint32_t skipped = 0;
    ChannelId channel;
    TrafficKind kind = TrafficKind::Written;
    bool ignored = false; // of a signal without effect: the program had asked for that
};
static_assert(sizeof(TrafficRow) <= 16);

// The facts of a row, in words; each has a function of its own, too, for who needs but that.
struct RowWords {
    QString time; // "+0.031 s"
    QString process;
    QString call; // "read(3)", "print"
    QString channel;
    QString size; // "→ 29 B"
    QString bytes; // the bytes themselves, nothing hidden
    QString remark; // what is to be said about them
};

// What the words are found in: the log up to the moment, and what is known then.
struct RowSources {
    LogView log;
    const World& world;
    const ByteStreams& streams;
};

std::string_view bytesOf(const TrafficRow& row, const Event& event);
std::uint64_t countOf(const TrafficRow& row, const Event& event);
QString timeWords(const Event& event);
QString channelWords(const TrafficRow& row, const World& world);
QString bytesWords(std::string_view bytes, BytesShown shown);
QString sizeWords(const TrafficRow& row, const Event& event);
QString callWords(const Event& event);
QString remarkWords(const TrafficRow& row, const RowSources& from);
// For who looks for a word in many rows: sizes in each of their units, and of what the remark of a
// transfer is put together, numbers apart.
QStringList sizeUnits();
QStringList transferRemarkParts();
RowWords wordsOf(const TrafficRow& row, const RowSources& from, BytesShown shown);

} // namespace ipclab
