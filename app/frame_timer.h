// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lull.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace ipclab {

// When what happened is taken, and shown: at the screen's rate while there is something, less often
// in a lull, not at all when nothing can come. A rest after each frame is at least as long as the
// frame, with its painting: half of the time is left to what else the thread does, to read what the
// programs write, and to the person. GUI thread.
class FrameTimer : public QObject {
public:
    struct Taken {
        bool news = false;
        bool goesOn = false; // more may come
    };

    explicit FrameTimer(std::function<Taken()> take, QObject* parent = nullptr);

    void wake(); // something may happen
    void stop();

protected:
    bool event(QEvent* event) override;

private:
    void take();
    void rest();

    std::function<Taken()> m_take;
    QTimer m_timer;
    QElapsedTimer m_began;
    Lull m_lull; // in what there is to show
    bool m_awake = false; // a frame is to come
};

} // namespace ipclab
