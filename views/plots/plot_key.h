// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/events/words.h"

#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <string>

namespace ipclab {

// What is plotted over time.
enum class Quantity : std::uint8_t {
    Level, // bytes that wait in a channel
    Rate, // bytes a second into a channel and out of it
    Buffered, // bytes that a process keeps in its own buffers
    Queue, // messages and datagrams in a channel, connections at a listening socket
    Waiting, // how long a thread has waited so far, all its waits together; sleep is none
};
inline constexpr std::array kQuantities { Quantity::Level, Quantity::Rate, Quantity::Buffered,
    Quantity::Queue, Quantity::Waiting };

// One of the programs' runs that a log has.
struct PlotRun {
    Nanoseconds start = 0;
    Nanoseconds end = 0; // its last event, once there is a next one
    QString program; // what was launched first
    bool operator==(const PlotRun&) const = default;
};

// What a series is of. Runs are counted from 1.
struct PlotKey {
    unsigned run = 1;
    ChannelId channel; // Level, Rate, Queue
    End end = End::First; // where they wait to be read
    bool out = false; // Rate: read; Buffered: read from the kernel, and not used yet
    Pid pid; // Buffered, Waiting
    Tid tid; // Waiting
    int fd = -1; // Buffered
    std::string stream; // Buffered

    auto operator<=>(const PlotKey&) const = default;
};

} // namespace ipclab
