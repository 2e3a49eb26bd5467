// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <QTableView>

namespace ipclab {

class Look;
class TrafficModel;

// The table itself: rows of one height, which stay at the newest as long as the newest is in view.
// GUI thread.
class TrafficTable : public QTableView {
    Q_OBJECT

public:
    TrafficTable(TrafficModel& model, Look& look, QWidget* parent = nullptr);

    [[nodiscard]] bool atEnd() const;
    [[nodiscard]] QString selectedText() const;
    void copySelection() const;

signals:
    // The viewport has painted the rows up to that event.
    void painted(ipclab::EventIndex index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyLook();
    void fitColumns();

    TrafficModel& m_model;
    Look& m_look;
    bool m_follow = true; // at the end before rows were added
};

} // namespace ipclab
