// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/traffic/byte_streams.h"
#include "views/traffic/traffic_row.h"

#include <QByteArray>
#include <QString>

#include <string_view>

namespace ipclab {

class TrafficModel;

// What is to be saved of the traffic, wholly in memory: at most what a log keeps.
struct TrafficFile {
    QByteArray content;
    QString name; // to begin with
    QString missing; // what is not in it, in words; empty: nothing is
};

// All bytes that went a way until the moment, as they were; those that were read, where no write
// was seen. GUI thread.
TrafficFile wayFile(const ByteStreams::Way& way, const RowSources& from);
// The rows that the model has, a line each, their cells with tabs between them.
TrafficFile rowsFile(const TrafficModel& model);
// Some kept bytes; `cut`: so many more there were.
TrafficFile bytesFile(std::string_view bytes, std::uint64_t cut);

} // namespace ipclab
