// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event_bodies.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace ipclab {

// The facts of one stream of a process at one moment, all counted in bytes.
struct StdioReading {
    // "stdin", "stdout", "stderr", "FILE" (any other of glibc), or in Python "sys.stdout",
    // "Popen.stdin", "socket.makefile" and so on.
    std::string stream;
    int fd = -1;
    BufferMode mode = BufferMode::Full;
    std::uint64_t pending = 0; // written by the program, not yet given to the kernel
    std::uint64_t unread = 0; // got from the kernel, not yet consumed by the program
    std::uint64_t capacity = 0; // of all layers together; 0 when nothing is buffered
    std::string text; // the first bytes pending, or else unread

    bool operator==(const StdioReading&) const = default;
};

// What is recorded of it; its text is the reading's own memory.
StdioLevel levelOf(const StdioReading& reading);

constexpr std::size_t kMaxStdioText = 256; // bytes of text in a reading
constexpr std::uint64_t kMaxStdioBuffer = 64ULL << 20; // a larger buffer is taken for garbage
constexpr int kMaxStdioFd = 1 << 20;
constexpr std::size_t kMaxStreams = 64; // of each sort, glibc and Python

} // namespace ipclab
