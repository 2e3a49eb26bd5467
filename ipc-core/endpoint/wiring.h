// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

// What one of a child's standard streams is the end of.
enum class Wiring : std::uint8_t {
    Terminal,
    Pipe,
    Fifo,
    TcpSocket,
    UnixSocket,
    File,
    Null,
    Inherit
};

// The words of a lab file: terminal, pipe, fifo, socket (TCP), unix, file, null, inherit.
std::optional<Wiring> wiringNamed(std::string_view word);
std::string_view name(Wiring wiring);

// How a child's three streams are wired. All that are terminals are one pseudo-terminal; stdin and
// stdout of the same socket kind are one duplex socket. Every other stream has a channel of its
// own.
struct StdioPlan {
    Wiring in = Wiring::Terminal;
    Wiring out = Wiring::Terminal;
    Wiring error = Wiring::Terminal;

    std::string inPath {}; // a FIFO of the user's own; empty: one is made in the run folder
    std::string outPath {};
    std::uint16_t port = 0; // where the lab listens for a TCP socket; 0: any free port
};

} // namespace ipclab
