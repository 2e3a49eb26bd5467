// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/event_choice.h"
#include "ipc-core/base/ids.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ipclab {

// What "ipclab watch" was asked to do.
struct WatchOptions {
    std::vector<std::string> command; // its words as they were given, whatever their bytes
    bool json = false;
    bool parallel = false;
    QString record;
    QString out; // a file for what is printed; empty: stdout for JSON, else stderr
    EventChoice choice;
    qint64 timeout = 0; // ms; 0: none
    unsigned limit = 0; // of processes at once; 0: as Capture has it
    std::optional<std::uint64_t> payload; // bytes kept of each channel; none: as the command has it
    bool closedWorld = false; // as in CaptureOptions
    Pid pid; // runs already; none: the command is run
};

// From its arguments, whose bytes are at the end of `argv`. Nothing where they make no sense: what
// is wrong with them is then on stderr, but for the usage.
std::optional<WatchOptions> parsedWatch(const QStringList& given, std::span<char* const> argv);

} // namespace ipclab
