// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/attach/running_filter.h"

#include "views/attach/running_model.h"

#include <algorithm>

namespace ipclab {

RunningFilter::RunningFilter(RunningModel& model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void RunningFilter::setWords(const QString& words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void RunningFilter::setOthersToo(bool too)
{
    m_othersToo = too;
    invalidateFilter();
}

bool RunningFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    const RunningProcess& process = m_model.at(row);
    if (!process.ours && !m_othersToo)
        return false;
    const QString number = QString::number(process.pid.value);
    return std::ranges::all_of(m_words, [&](const QString& word) {
        return process.name.contains(word, Qt::CaseInsensitive) || number.startsWith(word)
            || process.command.contains(word, Qt::CaseInsensitive)
            || process.startedBy.contains(word, Qt::CaseInsensitive);
    });
}

bool RunningFilter::lessThan(const QModelIndex& one, const QModelIndex& other) const
{
    if (one.column() == RunningModel::Number)
        return m_model.at(one.row()).pid < m_model.at(other.row()).pid;
    return QSortFilterProxyModel::lessThan(one, other);
}

} // namespace ipclab
