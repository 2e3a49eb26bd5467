// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inspector/inspector_facts.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QMenu;

namespace ipclab {

class SignalButton;

// A button a signal, each with what the signal would do now; the rare ones are in a menu.
class SignalButtons : public QWidget {
    Q_OBJECT

public:
    explicit SignalButtons(const Look& look, QWidget* parent = nullptr);

    void show(const ProcessFacts& facts);
    void relook();
    void retranslate();

signals:
    // Of whom was shown when the button went down, or when the menu was opened.
    void wanted(ipclab::Pid pid, int signal);

private:
    void fillMenu();

    const Look& m_look;
    QGridLayout* m_grid;
    std::vector<SignalButton*> m_buttons;
    SignalButton* m_more;
    QMenu* m_menu;
    Pid m_shown;
    Pid m_aim; // of the button that is down
    std::vector<SignalFact> m_facts;
};

} // namespace ipclab
