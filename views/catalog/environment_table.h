// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QPushButton;
class QTableWidget;
class QTableWidgetItem;

namespace ipclab {

class Look;
class WrapLayout;

// What is changed in the environment of a command: variables that are set, and those that are taken
// away. GUI thread.
class EnvironmentTable : public QWidget {
    Q_OBJECT

public:
    explicit EnvironmentTable(const Look& look, QWidget* parent = nullptr);

    void setVariables(const QStringList& settings); // NAME=VALUE, or NAME: taken away
    [[nodiscard]] QStringList variables() const; // rows that are empty are none

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRow(const QString& name, const QString& value, bool removed);
    void beginRow(bool removed); // and the person types its name
    void deleteRow();
    void takeEdit(QTableWidgetItem* item);
    void markRemoved(int row);
    void enableButtons();
    void applyLook();
    void retranslate();

    const Look& m_look;
    QTableWidget* m_table;
    QPushButton* m_set;
    QPushButton* m_unset;
    QPushButton* m_delete;
    WrapLayout* m_buttons;
};

} // namespace ipclab
