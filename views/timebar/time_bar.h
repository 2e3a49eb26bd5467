// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/live_clock.h"
#include "views/common/view_context.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace ipclab {

class DensityBar;

// Time: hold and release the processes, see when things happened, go to any moment and back to now.
// GUI thread.
class TimeBar : public QWidget {
    Q_OBJECT

public:
    explicit TimeBar(ViewContext context, QWidget* parent = nullptr);

    void setPauseEnabled(bool enabled); // nothing runs, or a saved session is shown: no pause
    void setReplay(bool replay); // the end of what is shown is no now
    void setOneCpu(bool oneCpu); // what is shown ran, or runs, on one processor: says so

signals:
    void pauseToggled(bool paused);

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
    void explainOneCpu();

    ViewContext m_context;
    LiveClock m_clock; // the time goes on while nothing happens
    QToolButton* m_pause;
    DensityBar* m_bar;
    QToolButton* m_oneCpu; // a word, and what it means
    QLabel* m_time;
    QToolButton* m_live;
    bool m_replay = false;
    bool m_pausedSeen = false; // as the World last said
};

} // namespace ipclab
