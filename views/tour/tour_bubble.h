// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/tour/tour_stop.h"

#include <QRect>
#include <QWidget>

class QLabel;
class QPushButton;

namespace ipclab {

class Look;

// Says what something in the window is, beside it and pointing at it. Lies over its parent and
// takes no more than its own room: all else can be used meanwhile. Keys, while it has the focus:
// Enter or → goes on, ← back, Esc ends. GUI thread.
class TourBubble : public QWidget {
    Q_OBJECT

public:
    TourBubble(const Look& look, QWidget* parent);

    void showStop(TourStop stop); // and takes the focus; a screen reader says it
    void pointAt(const TourPlace& to); // in the parent; empty: at nothing, from the middle
    [[nodiscard]] QRect place() const { return m_to.place; }

signals:
    void nextWanted();
    void backWanted();
    void skipWanted();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void createParts();
    void fill();
    void applyLook();
    void layOver();
    void announce();

    const Look& m_look;
    TourStop m_stop = TourStop::Welcome;
    TourPlace m_to;
    Qt::Edge m_side = Qt::LeftEdge; // where its tip is
    QWidget* m_frame; // around what it points at
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_count;
    QPushButton* m_skip;
    QPushButton* m_back;
    QPushButton* m_next;
};

} // namespace ipclab
