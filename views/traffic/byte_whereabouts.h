// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/traffic/process_signs.h"
#include "views/traffic/shown_bytes.h"
#include "views/traffic/traffic_row.h"

#include <QString>

#include <optional>
#include <vector>

namespace ipclab {

class Look;
class TrafficRows;

// Before which bytes of a transfer another one of the other end begins; those in the first `kept`
// bytes, ascending.
std::vector<std::size_t> boundariesOf(
    const TrafficRow& row, const RowSources& from, std::size_t kept);

// Who wrote bytes of a row and who read them, and when; or where they still are. Of those that are
// selected, or of all. Rich text: a link's address is the number of an event. GUI thread.
QString whereaboutsOf(const TrafficRow& row, const RowSources& from, const ProcessSigns& signs,
    const Look& look, const std::optional<ByteRange>& selected);

// "▲ writer.py", the shape in its colour; rich text.
QString signedName(const World& world, Pid pid, const ProcessSigns& signs, const Look& look);

} // namespace ipclab
