// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/attach/running_model.h"

#include <QByteArray>
#include <QTableView>

#include <array>

namespace ipclab {

class Look;
class RunningFilter;

// The processes that run, as a table: who has made a column wider finds it so the next time, and
// with little room the commands stay. What is typed here is looked for. GUI thread.
class RunningTable : public QTableView {
    Q_OBJECT

public:
    RunningTable(RunningFilter& filter, const Look& look, QWidget* parent);

    // Of the columns, in px at the desk; as usual where that is damaged.
    [[nodiscard]] QByteArray widths() const;
    void setWidths(const QByteArray& widths);

    void applyLook();

signals:
    void typed(const QString& words);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
    void noteWidth(int column, int width);

    const Look& m_look;
    std::array<int, RunningModel::Command> m_widths; // px at the desk; the commands have the rest
    bool m_fitting = false; // it is not the person who does it
};

} // namespace ipclab
