// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/catalog/command_wish.h"
#include "views/common/view_context.h"

#include <QFrame>

#include <array>

class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ipclab {

class CommandLineEdit;
class CommandMore;

// Run any command: the line, how its streams are wired, where, with what environment and limits.
// GUI thread.
class CommandBox : public QFrame {
    Q_OBJECT

public:
    explicit CommandBox(ViewContext context, QWidget* parent = nullptr);

    void setHistory(const QStringList& lines); // the newest first
    void setWish(const CommandWish& wish); // the whole form
    void setLine(const QString& line); // and the person goes on there
    [[nodiscard]] CommandWish wish() const;
    void setMoreShown(bool shown);
    [[nodiscard]] bool moreShown() const;
    // Beside the field, until that changes. One at a time.
    void setProblem(const std::optional<CommandProblem>& problem);

signals:
    void commandWanted(const ipclab::CommandWish& wish); // one without a problem
    void attachWanted(); // to a process that runs already
    void problemShown(QWidget* field);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void createParts();
    void layOut();
    void connectParts();
    void retranslate();
    void applyLook();
    void run();
    void goTo(CommandField field);
    void chooseFolder();
    void fillWirings();
    void showNote();
    void showMore();

    ViewContext m_context;
    QLabel* m_title;
    QLabel* m_about;
    QLabel* m_commandLabel;
    CommandLineEdit* m_command;
    QLabel* m_note;
    QLabel* m_commandError;
    std::array<QLabel*, 3> m_streamLabels; // stdin, stdout, stderr
    std::array<QComboBox*, 3> m_streams;
    QLabel* m_folderLabel;
    QLineEdit* m_folder;
    QPushButton* m_browse;
    QLabel* m_folderError;
    QToolButton* m_moreButton;
    QLabel* m_moreNote; // what of it is not as usual, while it is folded away
    CommandMore* m_more;
    QPushButton* m_run;
    QPushButton* m_attach;
    QGridLayout* m_fields;
    QHBoxLayout* m_folderRow;
    QVBoxLayout* m_column;
};

} // namespace ipclab
