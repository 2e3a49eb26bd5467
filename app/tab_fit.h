// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTabWidget;

namespace ipclab {

class Look;

// Lets tabs stand closer where their names would not have room beside each other: else the last
// would be cut, and arrows lead to it. GUI thread.
class TabFit : public QObject {
public:
    TabFit(QTabWidget& tabs, const Look& look); // it goes with the tabs

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refit();
    [[nodiscard]] int paddingFor(int width) const; // on each side of a name

    QTabWidget& m_tabs;
    const Look& m_look;
};

} // namespace ipclab
