// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace ipclab {

class RunningModel;

// Those of the running processes that the person looks for: each of the words is in its name, its
// number, its command or who started it. GUI thread.
class RunningFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit RunningFilter(RunningModel& model, QObject* parent = nullptr);

    void setWords(const QString& words);
    void setOthersToo(bool too); // other users'

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& one, const QModelIndex& other) const override;

private:
    RunningModel& m_model;
    QStringList m_words;
    bool m_othersToo = false;
};

} // namespace ipclab
