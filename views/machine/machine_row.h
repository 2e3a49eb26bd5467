// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/machine/machine_facts.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ipclab {

class Look;

// One thing the machine has or lacks: what it is and how it stands, what it is for, and what to do,
// with a command that can be copied. GUI thread.
class MachineRow : public QFrame {
    Q_OBJECT

public:
    MachineRow(const Look& look, PartFact fact, QWidget* parent = nullptr);

    [[nodiscard]] const PartFact& fact() const { return m_fact; }

signals:
    void copied(const QString& command);

private:
    void createParts();
    void fill();
    void applyLook();

    const Look& m_look;
    const PartFact m_fact;
    QLabel* m_name;
    QLabel* m_state;
    QLabel* m_purpose;
    QLabel* m_todo;
    QLineEdit* m_command;
    QPushButton* m_copy;
};

} // namespace ipclab
