// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace ipclab {

// Keys never go nowhere. When who has the focus of a window is taken away (a button whose act is
// not possible any more), the next that takes keys in what it stood in gets it. Enter presses a
// button as Space does; Qt would have it do so in a dialog alone. And when a sheet of
// the window is closed, the window is back: a window manager would see to that, but there may be
// none. GUI thread.
class FocusKeeper : public QObject {
    Q_OBJECT

public:
    explicit FocusKeeper(QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void noteLoss(const QWidget* old, const QWidget* now);
    void find();

    QWidget& m_window;
    QPointer<QWidget> m_place; // what it stood in
    QPointer<QWidget> m_sheet; // that had the focus
    bool m_ofSheet = false;
    QTimer m_look; // when all is as it is to be
};

} // namespace ipclab
