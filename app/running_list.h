// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/attach/running_process.h"

#include <QObject>

#include <thread>
#include <vector>

namespace ipclab {

// The processes that one may attach to, read from /proc in a thread of its own: where there are
// thousands it takes longer than a frame. GUI thread; the destructor waits for the thread.
class RunningList : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~RunningList() override;

    void ask(); // while it is being read: that answer is for both

signals:
    void told(const std::vector<ipclab::RunningProcess>& processes);

private:
    bool m_reading = false;
    std::thread m_thread;
};

} // namespace ipclab
