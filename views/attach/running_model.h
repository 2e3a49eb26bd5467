// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/attach/running_process.h"

#include <QAbstractTableModel>
#include <QColor>

#include <vector>

namespace ipclab {

// The processes that run, the newest first; who stays keeps its row while others come and go. GUI
// thread.
class RunningModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Number, Obstacle, StartedBy, Command, Columns };

    explicit RunningModel(QObject* parent = nullptr);

    void setQuiet(const QColor& quiet); // of who cannot be watched

    void setProcesses(std::vector<RunningProcess> processes); // in any order
    [[nodiscard]] const RunningProcess& at(int row) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    void dropGone(const std::vector<RunningProcess>& now);

    std::vector<RunningProcess> m_processes;
    QColor m_quiet;
};

} // namespace ipclab
