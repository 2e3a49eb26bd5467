// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <QObject>

namespace ipclab {

// The process or channel that the person chose, or neither. One for all panels. GUI thread.
class Selection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] Pid pid() const { return m_pid; }
    [[nodiscard]] ChannelId channel() const { return m_channel; }

    void choose(Pid pid) { set(pid, {}); }
    void choose(ChannelId channel) { set({}, channel); }
    void clear() { set({}, {}); }

signals:
    void changed();

private:
    void set(Pid pid, ChannelId channel)
    {
        if (pid == m_pid && channel == m_channel)
            return;
        m_pid = pid;
        m_channel = channel;
        emit changed();
    }

    Pid m_pid;
    ChannelId m_channel;
};

} // namespace ipclab
