// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSocketNotifier>

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/endpoint/end_listener.h"
#include "ipc-core/endpoint/end_pair.h"

namespace ipclab {

// The lab's end of a terminal, pipe, FIFO or socket, or of a file that the lab writes; lives in the
// GUI thread. Sockets are read and written here too, not by Qt's socket classes: those take bytes
// out of the kernel although nobody reads, and close both ways when the peer has closed one.
//
// Bytes are never taken from the kernel before they are told of. Writing to a pipe nobody reads
// raises SIGPIPE (pipe(7)), so the program that uses this ignores that signal; EPIPE is told.
class DescriptorEnd {
public:
    DescriptorEnd(UniqueFd fd, Flow flow, EndKind kind, EndListener listener);
    DescriptorEnd(const DescriptorEnd&) = delete;
    DescriptorEnd& operator=(const DescriptorEnd&) = delete;
    ~DescriptorEnd() { close(); }

    [[nodiscard]] int descriptor() const { return m_fd.get(); } // -1 once closed
    qint64 send(const QByteArray& bytes); // how many were taken: fewer when the queue is full
    // What is queued goes first. A terminal has no write side to close: it gets its end-of-file
    // character (^D, termios(3)), and more may be sent later.
    void closeWriteSide();
    void setReading(bool reading);
    void close();

private:
    void readTurn();
    void writeTurn();
    qint64 writeSome();
    void finishWriting();
    void queueEndOfFileCharacter();
    void failWriting();
    void endReading();

    UniqueFd m_fd;
    Flow m_flow;
    EndKind m_kind;
    EndListener m_listener;
    QSocketNotifier m_readable { QSocketNotifier::Read };
    QSocketNotifier m_writable {
        QSocketNotifier::Write
    }; // enabled while there is something to send
    QByteArray m_queue;
    bool m_writeOpen;
    bool m_closeWhenSent = false;
    bool m_readOpen;
    bool m_lineBegun = false; // the last character queued to a terminal did not end a line
};

} // namespace ipclab
