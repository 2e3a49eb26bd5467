// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab_trust.h"

#include <QDialog>
#include <QString>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ipclab {

class Look;

// What a lab from someone else would run, before it does: accepted or rejected. GUI thread.
class TrustSheet : public QDialog {
    Q_OBJECT

public:
    TrustSheet(const Look& look, const Lab& lab, QWidget* parent);

    [[nodiscard]] bool forTheFolder() const; // do not ask again, whatever it comes to have

protected:
    void changeEvent(QEvent* event) override;

private:
    void createParts();
    void retranslate();

    const Look& m_look;
    const QString m_folder;
    const WhatRuns m_what;
    QLabel* m_title;
    QLabel* m_words;
    QLabel* m_commandsTitle;
    QPlainTextEdit* m_commands;
    QLabel* m_filesTitle;
    QPlainTextEdit* m_files;
    QCheckBox* m_own;
    QPushButton* m_run;
    QPushButton* m_leave;
};

} // namespace ipclab
