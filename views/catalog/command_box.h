// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/view_context.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ipclab {

class CommandLineEdit;

// Run any command: the line, how its stdin and stdout are wired, and where. GUI thread.
class CommandBox : public QFrame {
    Q_OBJECT

public:
    explicit CommandBox(ViewContext context, QWidget* parent = nullptr);

    void setRecentCommands(const QStringList& commands);
    void setFolder(const QString& folder);
    void setError(const QString& text); // empty: none

signals:
    // Wirings by the words of a lab file: terminal, pipe, fifo, socket, unix, file.
    void commandWanted(const QString& commandLine, const QString& stdinWiring,
        const QString& stdoutWiring, const QString& folder);

protected:
    void changeEvent(QEvent* event) override;

private:
    void createParts();
    void layOut();
    void retranslate();
    void applyLook();
    void run();
    void chooseFolder();
    void fillWirings();
    void showNote();

    ViewContext m_context;
    QLabel* m_title;
    QLabel* m_about;
    QLabel* m_commandLabel;
    CommandLineEdit* m_command;
    QLabel* m_note;
    QLabel* m_stdinLabel;
    QComboBox* m_stdin;
    QLabel* m_stdoutLabel;
    QComboBox* m_stdout;
    QLabel* m_folderLabel;
    QLineEdit* m_folder;
    QPushButton* m_browse;
    QLabel* m_error;
    QPushButton* m_run;
    QVBoxLayout* m_column;
};

} // namespace ipclab
