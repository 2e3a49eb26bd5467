// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inspector/inspector_facts.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace ipclab {

class ElidedButton;
class ElidedLabel;
class FactList;
class SignalButtons;
class StepButton;
class WhyBox;

// What the inspector shows of a process.
class ProcessPage : public QWidget {
    Q_OBJECT

public:
    explicit ProcessPage(const Look& look, QWidget* parent = nullptr);

    void show(const ProcessFacts& facts);
    void relook();
    void retranslate();

signals:
    void signalWanted(ipclab::Pid pid, int signal);
    void closeEndWanted(ipclab::ChannelId channel);
    void holdWanted(ipclab::Pid pid, bool hold);
    void stepWanted(ipclab::Pid pid);
    void rowChosen(const ipclab::FactRow& row);

private:
    void placeParts();
    void showHold();
    void showWays(const std::vector<WayOut>& ways);
    void dressState();

    const Look& m_look;
    ProcessFacts m_facts;
    QVBoxLayout* m_rows;
    QLabel* m_section;
    ElidedLabel* m_state;
    ElidedLabel* m_name;
    QLabel* m_pid;
    ElidedLabel* m_command;
    QLabel* m_family;
    QLabel* m_limits;
    WhyBox* m_why;
    StepButton* m_step;
    ElidedButton* m_hold;
    QLabel* m_waysTitle;
    QVBoxLayout* m_ways;
    std::vector<ElidedButton*> m_wayButtons;
    QLabel* m_filesTitle;
    FactList* m_files;
    QLabel* m_noFiles;
    QLabel* m_signalsTitle;
    SignalButtons* m_signals;
    FactList* m_signalRows;
};

} // namespace ipclab
