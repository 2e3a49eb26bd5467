// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording_sizes.h"

#include "views/common/numbers.h"
#include "views/common/wording_tr.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kPipe = 16 * kPage; // pipe(7)
constexpr std::uint64_t kPythonText = 8192; // what a TextIOWrapper collects, or reads at once
constexpr std::uint64_t kStandardBuffer = 8192; // BUFSIZ of setbuf(3)
constexpr std::uint64_t kTerminalBlock = 1024; // st_blksize of a terminal
constexpr std::uint64_t kTerminalInput = 4096; // N_TTY_BUF_SIZE, termios(3)

bool isABlock(std::uint64_t size)
{
    return size == kTerminalBlock || size == kPage || size == 8192 || size == 131072;
}

// A stream of Python is told with all its layers together: its text, and the bytes behind that. Of
// any other sum it is not known who chose it.
QString whyThisSizeInPython(std::uint64_t capacity)
{
    if (capacity <= kPythonText || !isABlock(capacity - kPythonText))
        return {};
    return Wording::tr("Why %1? Python keeps it in two steps: up to %2 bytes of text, and behind "
                       "them a buffer of %3, one block of what it leads to (st_blksize).")
        .arg(countText(capacity), countText(kPythonText), countText(capacity - kPythonText));
}

} // namespace

QString whyThisSize(const Stream& stream, ChannelKind behind)
{
    if (stream.capacity == 0)
        return {};
    const QString size = countText(stream.capacity);
    if (isOfPython(stream))
        return whyThisSizeInPython(stream.capacity);
    // setvbuf(3), stat(2): glibc takes st_blksize.
    if (behind == ChannelKind::Pty && stream.capacity == kTerminalBlock)
        return Wording::tr("Why %1? The C library takes a buffer of one block of what is behind "
                           "it, and a terminal says that its blocks are so large (st_blksize).")
            .arg(size);
    if (stream.capacity == kPage)
        return Wording::tr("Why %1? The C library takes a buffer of one block of what is behind "
                           "it (st_blksize): for a pipe, a socket and most files, one page of "
                           "memory.")
            .arg(size);
    if (stream.capacity == kStandardBuffer)
        return Wording::tr("Why %1? That is the standard size (BUFSIZ): files of C++ take it, and "
                           "setbuf of C.")
            .arg(size);
    return Wording::tr("Why %1? Not the usual size: the program chose it (setvbuf), or the blocks "
                       "of the file are that large.")
        .arg(size);
}

QString whyThisSize(const Channel& channel, End queue)
{
    const std::optional<std::uint64_t> capacity = channel.queueAt(queue).capacity;
    if (!capacity || *capacity == 0)
        return {};
    const QString size = countText(*capacity);
    switch (channel.kind) {
    case ChannelKind::Pipe:
    case ChannelKind::Fifo:
        return *capacity == kPipe
            ? Wording::tr("Why %1? Linux gives every pipe 16 pages of 4096 bytes. Who writes into "
                          "a full one waits.")
                  .arg(size)
            : Wording::tr("Why %1? Pipes have 65536 bytes; for this one the program asked for "
                          "another size (F_SETPIPE_SZ), or its user has very many pipes.")
                  .arg(size);
    case ChannelKind::Pty:
        return *capacity == kTerminalInput
            ? Wording::tr("Why %1? Linux keeps that much of what is typed at a terminal and has "
                          "not been read.")
                  .arg(size)
            : QString();
    case ChannelKind::Unix:
    case ChannelKind::Tcp:
    case ChannelKind::Udp:
        return Wording::tr("Why %1? That is what the kernel gives this socket (SO_SNDBUF, "
                           "SO_RCVBUF); it counts its own notes about each piece too, so that "
                           "fewer bytes of the program fit.")
            .arg(size);
    default:
        return {};
    }
}

QString whenItGoesOn(const Stream& stream)
{
    if (stream.pending == 0)
        return stream.unread == 0
            ? QString()
            : Wording::tr("The kernel has handed these over; the program has not asked for them "
                          "yet.");
    if (stream.mode == BufferMode::Line)
        return Wording::tr("They stay in the program's own memory until the line ends.");
    return Wording::tr("They stay in the program's own memory until the buffer is full, is "
                       "flushed, or the program ends.");
}

} // namespace ipclab
