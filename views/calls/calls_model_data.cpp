// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/calls_model.h"
#include "views/common/time_cursor.h"

namespace ipclab {

const CallWords& CallsModel::words(int row) const
{
    if (row != m_wordsOf)
        m_words = callWords(*m_cursor.wholeLog(), m_cursor.endWorld(), callAt(row), m_times);
    m_wordsOf = row;
    return m_words;
}

QString CallsModel::line(int row) const
{
    const CallWords& all = words(row);
    QStringList parts { all.time, all.process, all.call, all.result, all.took };
    parts.removeAll({});
    return parts.join(QLatin1Char('\t'));
}

int CallsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_before.size() + m_after.size());
}

int CallsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CallsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Took)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::AccessibleTextRole && index.column() == 0)
        return line(index.row()).replace(QLatin1Char('\t'), QStringLiteral(", "));
    if (role != Qt::DisplayRole)
        return {};
    const CallWords& all = words(index.row());
    switch (index.column()) {
    case Time:
        return all.time;
    case Process:
        return all.process;
    case What:
        return all.result.isEmpty() ? all.call : all.call + QStringLiteral("  ") + all.result;
    default:
        return all.took;
    }
}

QVariant CallsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Took ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Process:
        return tr("Process");
    case What:
        return tr("What it did");
    case Took:
        return tr("Took");
    default:
        return {};
    }
}

} // namespace ipclab
