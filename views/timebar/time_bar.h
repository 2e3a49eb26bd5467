// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/live_clock.h"
#include "views/common/view_context.h"

#include <QWidget>

#include <utility>

class QComboBox;
class QLabel;
class QToolButton;

namespace ipclab {

class DensityBar;

// Time: hold and release, slow down the processes, see when things happened, go to any moment and
// back to now. GUI thread.
class TimeBar : public QWidget {
    Q_OBJECT

public:
    explicit TimeBar(ViewContext context, QWidget* parent = nullptr);

    void setPauseEnabled(bool enabled); // a saved session is shown: no pause, and no other speed
    void setPaused(bool paused); // before there is a World that says so
    void setReplay(bool replay); // the end of what is shown is no now
    void setOneCpu(bool oneCpu); // what is shown ran, or runs, on one processor: says so

signals:
    void pauseToggled(bool paused);
    void slowPicked(unsigned slow); // 1, 10, 100

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void createParts();
    void retranslate();
    void applyLook();
    void follow();
    void followState();
    void showTime();
    void showPause();
    void nameLive();
    void showLive();
    void showSteps();
    void explainOneCpu();

    ViewContext m_context;
    LiveClock m_clock; // the time goes on while nothing happens
    QToolButton* m_pause;
    QToolButton* m_back;
    QToolButton* m_on;
    QComboBox* m_speed;
    DensityBar* m_bar;
    QToolButton* m_oneCpu; // a word, and what it means
    QLabel* m_time;
    QToolButton* m_live;
    std::pair<bool, bool> m_stepsSeen; // there is an event before the moment, and one after it
    bool m_replay = false;
    bool m_pausedSeen = false; // as the World last said
    unsigned m_slowSeen = 1;
};

} // namespace ipclab
