// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/machine/machine_facts.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QScrollArea;

namespace ipclab {

class Look;

// What this machine has of what the labs need, and how to get the rest. Stays open beside the
// window. Looks at nothing itself: it says when the person wants it done again. GUI thread.
class MachineSheet : public QDialog {
    Q_OBJECT

public:
    MachineSheet(const Look& look, QWidget* parent);

    void setFacts(const MachineFacts& facts); // nobody looks any more
    void setLooking(); // someone does, until there are facts

signals:
    void checkWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void createParts();
    void fill();
    void retranslate();
    void say(const QString& words);

    const Look& m_look;
    MachineFacts m_facts;
    bool m_looking = false;
    QLabel* m_news;
    QScrollArea* m_scroll;
    QPushButton* m_again;
    QPushButton* m_close;
};

} // namespace ipclab
