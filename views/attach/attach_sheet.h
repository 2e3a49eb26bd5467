// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/attach/running_process.h"

#include <QDialog>

#include <optional>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace ipclab {

class Look;
class RunningFilter;
class RunningModel;
class RunningTable;

// Which of the processes that run is to be watched. Knows none by itself: it asks for them now and
// again while it is seen. Says beforehand who cannot be watched and why, and afterwards what the
// kernel said. GUI thread.
class AttachSheet : public QDialog {
    Q_OBJECT

public:
    AttachSheet(const Look& look, QWidget* parent);

    void setProcesses(const std::vector<RunningProcess>& processes);
    void setTrying(); // the chosen one is being attached to
    void setRefused(const QString& why); // it was not; the person may choose another

    [[nodiscard]] RunningTable& table() const { return *m_table; }

signals:
    void listWanted();
    void attachWanted(const ipclab::RunningProcess& process);
    void putAway(); // it is not seen any more; how it was arranged can be kept

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void createParts();
    void layOut();
    void connectParts();
    void retranslate();
    void applyLook();
    void lookOfNote();
    void keepRoom();
    void search();
    void follow(); // who is the current one
    void choose(const std::optional<RunningProcess>& process); // and shows it
    void say(const QString& words, bool trouble);
    void showChosen();
    [[nodiscard]] QString wordsOfList() const; // while nobody is chosen
    void attach();
    [[nodiscard]] std::optional<RunningProcess> current() const;

    const Look& m_look;
    RunningModel* m_model;
    RunningFilter* m_filter;
    QTimer* m_again;
    QLabel* m_about;
    QLineEdit* m_search;
    QCheckBox* m_others;
    RunningTable* m_table;
    QLabel* m_empty;
    QLabel* m_note; // of the chosen one
    QPushButton* m_attach;
    QPushButton* m_close;
    std::optional<RunningProcess> m_chosen;
    std::optional<RunningProcess> m_tried;
    bool m_listed = false;
    bool m_changing = false; // of the rows: nobody chooses
    bool m_trying = false;
    QString m_refused; // what was said of the one that was tried
    bool m_trouble = false;
};

} // namespace ipclab
