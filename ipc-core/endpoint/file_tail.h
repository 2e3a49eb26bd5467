// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/endpoint/end_listener.h"

namespace ipclab {

// Follows a file that a child writes, from its beginning, by looking every 50 ms: poll(2) calls a
// file always readable, so it cannot be waited for. A file that became shorter is read anew from
// its beginning. It never ends: nothing tells that no one will write to it again. GUI thread.
class FileTail {
public:
    FileTail(UniqueFd fd, EndListener listener);
    FileTail(const FileTail&) = delete;
    FileTail& operator=(const FileTail&) = delete;

    [[nodiscard]] int descriptor() const { return m_fd.get(); }
    qint64 send(const QByteArray&) { return 0; }
    void closeWriteSide() { }
    void setReading(bool reading);
    void close();

private:
    void turn();

    UniqueFd m_fd;
    EndListener m_listener;
    QTimer m_timer;
    qint64 m_offset = 0;
};

} // namespace ipclab
