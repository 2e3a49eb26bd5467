// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/catalog/catalog_topic.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ipclab {

class Look;

// What this machine lacks for the lab that is chosen, the command that gets it, and the way to what
// else it lacks. Hidden while there is nothing to say. GUI thread.
class NeedsStrip : public QFrame {
    Q_OBJECT

public:
    explicit NeedsStrip(const Look& look, QWidget* parent = nullptr);

    void setLab(const CatalogLab* lab); // nullptr: none is chosen

signals:
    void machineWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void applyLook();

    const Look& m_look;
    QLabel* m_words;
    QLineEdit* m_command;
    QPushButton* m_copy;
    QPushButton* m_machine;
};

} // namespace ipclab
