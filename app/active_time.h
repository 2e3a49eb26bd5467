// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace ipclab {

// How long a person is at it: as long as `attended` says so (the window has the focus, or something
// runs), and a key or the mouse was used within the last ten minutes. GUI thread.
class ActiveTime : public QObject {
    Q_OBJECT

public:
    explicit ActiveTime(std::function<bool()> attended, QObject* parent = nullptr);

    void start();
    void stop(); // what passed until now is told of first
    void setTimes(int look, int idle) // ms, for tests
    {
        m_look.setInterval(look);
        m_mostIdle = idle;
    }

signals:
    void passed(qint64 ms);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();

    std::function<bool()> m_attended;
    QTimer m_look;
    QElapsedTimer m_since; // the last look
    QElapsedTimer m_input; // the last key, or use of the mouse
    int m_mostIdle = 10 * 60 * 1000; // ms
};

} // namespace ipclab
