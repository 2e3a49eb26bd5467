// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/attach/running_model.h"

#include "views/attach/obstacle_words.h"
#include "views/common/plain_tip.h"
#include "views/common/wording.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

QString cellOf(const RunningProcess& process, int column)
{
    switch (column) {
    case RunningModel::Name:
        return process.name;
    case RunningModel::Number:
        return QString::number(process.pid.value);
    case RunningModel::StartedBy:
        return process.startedBy.isEmpty() ? RunningModel::tr("not known") : process.startedBy;
    case RunningModel::Command:
        return process.command.simplified();
    case RunningModel::Obstacle:
        return process.obstacle.empty()
            ? RunningModel::tr("yes")
            : RunningModel::tr("no: %1").arg(obstacleInShort(process.obstacle));
    default:
        return {};
    }
}

// Of why it cannot be watched, the column has room for little.
QString wholeCellOf(const RunningProcess& process, int column)
{
    return column == RunningModel::Obstacle && !process.obstacle.empty()
        ? cellOf(process, column) + u'\n' + attachObstacleWords(process.obstacle)
        : cellOf(process, column);
}

bool isNewer(const RunningProcess& one, const RunningProcess& other)
{
    return std::pair(other.started, other.pid) < std::pair(one.started, one.pid);
}

} // namespace

RunningModel::RunningModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

const RunningProcess& RunningModel::at(int row) const
{
    return m_processes.at(static_cast<std::size_t>(row));
}

void RunningModel::setQuiet(const QColor& quiet)
{
    m_quiet = quiet;
    if (!m_processes.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1), { Qt::ForegroundRole });
}

void RunningModel::dropGone(const std::vector<RunningProcess>& now)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::ranges::binary_search(now, at(row), isNewer))
            continue;
        beginRemoveRows({}, row, row);
        m_processes.erase(m_processes.begin() + row);
        endRemoveRows();
    }
}

void RunningModel::setProcesses(std::vector<RunningProcess> processes)
{
    std::ranges::sort(processes, isNewer);
    if (m_processes.empty()) { // at once: a table takes long over thousands of rows one by one
        beginResetModel();
        m_processes = std::move(processes);
        endResetModel();
        return;
    }
    dropGone(processes);
    for (std::size_t place = 0; place < processes.size(); ++place) {
        RunningProcess& one = processes[place];
        const auto row = static_cast<int>(place);
        if (place < m_processes.size() && m_processes[place].is(one)) {
            if (m_processes[place] == one)
                continue;
            m_processes[place] = std::move(one);
            emit dataChanged(index(row, 0), index(row, Columns - 1));
            continue;
        }
        beginInsertRows({}, row, row);
        m_processes.insert(m_processes.begin() + row, std::move(one));
        endInsertRows();
    }
}

void RunningModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, Columns - 1);
    if (!m_processes.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

int RunningModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_processes.size());
}

int RunningModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant RunningModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunningProcess& process = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellOf(process, index.column());
    case Qt::ToolTipRole:
        return plainTip(wholeCellOf(process, index.column()));
    case Qt::ForegroundRole: // who cannot be watched is quiet; a column says it in words
        return process.obstacle.empty() ? QVariant() : QVariant(m_quiet);
    case Qt::AccessibleTextRole:
        return index.column() == Name
            ? tr("%1, number %2").arg(process.name, QString::number(process.pid.value))
            : wholeCellOf(process, index.column());
    default:
        return {};
    }
}

QVariant RunningModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = { tr("Process"), QStringLiteral("PID"), tr("Can be watched"),
        tr("Started by"), tr("Command") };
    return section >= 0 && section < Columns ? QVariant(titles[section]) : QVariant();
}

} // namespace ipclab
