// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace ipclab {

// What only eyes need is left out while a panel is hidden, behind a tab, another page or a panel
// that is shown full window, and done once when it comes back. One that is not shown yet
// though its parent would show it counts as seen: it may be painted into a picture. GUI thread.
class Unseen : public QObject {
public:
    Unseen(QWidget& panel, std::function<void()> catchUp);

    // To be asked before such work: true where it is to be left out.
    [[nodiscard]] bool leavesOut();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_panel;
    std::function<void()> m_catchUp;
    bool m_hidden = false;
    bool m_left = false; // something was
};

} // namespace ipclab
