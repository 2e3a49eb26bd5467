// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inspector/inspector_facts.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace ipclab {

class BufferList;
class ElidedButton;
class ElidedLabel;
class FactSection;
class Section;
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
    void chosen(const ipclab::Target& target);

private:
    void makeParts();
    void placeParts();
    void showParts();
    void showHold();
    void showWays(const std::vector<WayOut>& ways);
    void dressState();

    // Whom a button meant when it went down: the page may show another when it comes up.
    struct Aim {
        Pid pid;
        bool held = false;
    };

    const Look& m_look;
    ProcessFacts m_facts;
    Aim m_aim;
    QVBoxLayout* m_rows;
    QLabel* m_section;
    ElidedLabel* m_state;
    ElidedLabel* m_name;
    QLabel* m_pid;
    ElidedLabel* m_command;
    QLabel* m_limits;
    WhyBox* m_why;
    StepButton* m_step;
    ElidedButton* m_hold;
    QLabel* m_waysTitle;
    QVBoxLayout* m_ways;
    std::vector<ElidedButton*> m_wayButtons;
    Section* m_sending = nullptr;
    SignalButtons* m_signals = nullptr;
    Section* m_buffersPart = nullptr;
    BufferList* m_buffers = nullptr;
    FactSection* m_files = nullptr;
    FactSection* m_family = nullptr;
    FactSection* m_signalRows = nullptr;
    FactSection* m_recent = nullptr;
    FactSection* m_arguments = nullptr;
    FactSection* m_environment = nullptr;
    FactSection* m_limitRows = nullptr;
    std::vector<FactSection*> m_parts; // all of those
};

} // namespace ipclab
