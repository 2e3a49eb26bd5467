// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/tour/tour_stop.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

namespace ipclab {

class Look;
class TourBubble;

// The way from stop to stop, in the window itself. Told how to show each stop's thing and where it
// is then, which is asked again while it goes on: things move. GUI thread.
class Tour : public QObject {
    Q_OBJECT

public:
    struct Guide {
        std::function<void(TourStop)> arrive;
        std::function<TourPlace(TourStop)> place; // in the window
        std::function<void()> leave; // the focus goes to what there is to do
    };
    Tour(const Look& look, QWidget& window, Guide guide);

    void begin();
    void end();
    [[nodiscard]] bool goesOn() const;
    [[nodiscard]] TourStop stop() const { return m_stop; }

private:
    void go(int by);
    void follow();

    const Look& m_look;
    QWidget& m_window;
    const Guide m_guide;
    TourStop m_stop = TourStop::Welcome;
    QPointer<TourBubble> m_bubble; // while it goes on
    QPointer<QWidget> m_focus; // who had it before
    QTimer m_follow;
};

} // namespace ipclab
