// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/traffic/row_needle.h"

#include <QTimer>
#include <QWidget>

#include <cstddef>
#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ipclab {

class Look;
class TrafficRows;

// Finds text in the rows of the whole log, those too that are not shown: Enter goes to the row
// before, the newest first, Shift+Enter to the one after, Escape closes. It looks as long as a
// frame has time for it, and goes on in the next. Hidden until it is opened. GUI thread.
class TrafficSearch : public QWidget {
    Q_OBJECT

public:
    // What is looked through, by whom it is named, and the row that is chosen or shown last.
    struct Sources {
        const TrafficRows& rows;
        std::function<RowSources()> now; // of the end of the log
        std::function<std::size_t()> behind; // of all rows: the last that is shown is before it
        std::function<std::optional<std::size_t>()> current;
    };

    TrafficSearch(Sources sources, Look& look, QWidget* parent = nullptr);

    void open();
    void close();
    void stop(); // the rows are others
    void retranslate();
    // Looks for the next row that has the text, older (step -1) or newer (step 1); says found() at
    // once, or later.
    void find(int step);
    [[nodiscard]] bool looking() const { return m_next.isActive(); }

signals:
    void found(ipclab::EventIndex event);
    void opened();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void lookOn();
    [[nodiscard]] bool lookAtOne();
    void say(const QString& text);
    void applyLook();

    Sources m_sources;
    Look& m_look;
    QLineEdit* m_text;
    QLabel* m_answer;
    QToolButton* m_before;
    QToolButton* m_after;
    QToolButton* m_close;
    RowNeedle m_needle { {} };
    QTimer m_next;
    int m_step = -1;
    std::size_t m_at = 0; // the row that was looked at last
    std::size_t m_left = 0; // rows to be looked at
    std::size_t m_all = 0; // when it began
};

} // namespace ipclab
