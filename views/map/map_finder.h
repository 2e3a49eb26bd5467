// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <QFrame>

#include <vector>

class QLineEdit;
class QListWidget;

namespace ipclab {

class Look;

// Processes by name or pid, of which one is picked: typing narrows, Up and Down go, Enter picks.
// GUI thread.
class MapFinder : public QFrame {
    Q_OBJECT

public:
    MapFinder(const Look& look, const World& world, const std::vector<Pid>& among, QWidget* parent);

    void popUp(const QPoint& middle); // of the screen
    [[nodiscard]] QListWidget& list() { return *m_list; }

signals:
    void found(Pid pid);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow(const QString& words);
    void pick();

    QLineEdit* m_words;
    QListWidget* m_list;
};

} // namespace ipclab
