// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace ipclab {

class Look;

// Finds text in the rows of a table: Enter goes to the next row that has it, Shift+Enter to the one
// before, Escape closes. Hidden until it is opened. GUI thread.
class TrafficSearch : public QWidget {
    Q_OBJECT

public:
    TrafficSearch(QTableView& table, Look& look, QWidget* parent = nullptr);

    void open();
    void close();
    void retranslate();
    // Chooses the next row (step 1) or the one before (step -1) that has the text. False: none has.
    bool find(int step);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] bool rowHas(int row, const QString& text) const;
    void say(const QString& text);
    void applyLook();

    QTableView& m_table;
    Look& m_look;
    QLineEdit* m_text;
    QLabel* m_answer;
    QToolButton* m_before;
    QToolButton* m_next;
    QToolButton* m_close;
};

} // namespace ipclab
