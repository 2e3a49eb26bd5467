// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

class QPoint;
class QWidget;

namespace ipclab {

class Look;

// A ring round the mouse pointer, in whichever of the program's windows it is: for those who look
// on from the last row. A press fills it for a moment. The mouse goes through it, and while the
// mouse rests it does nothing. GUI thread.
class PointerMark : public QObject {
    Q_OBJECT

public:
    explicit PointerMark(const Look& look, QObject* parent = nullptr);
    ~PointerMark() override;

    void setShown(bool shown); // from the next move of the mouse on
    void showNow(); // where the mouse is, if it is shown

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void follow(QWidget& window, const QPoint& place);
    void press();

    const Look& m_look;
    bool m_shown = false;
    QPointer<QWidget> m_ring; // in the window where the mouse is
    QTimer m_pressed;
};

} // namespace ipclab
