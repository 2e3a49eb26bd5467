// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFrame>
#include <QString>

#include <optional>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace ipclab {

class Look;

// How the program that was launched ended: its code, or else the signal.
struct RunEnding {
    std::optional<int> code;
    int signal = 0;
};

// A command that was run, and recorded.
struct RecentRun {
    QString path; // of the session
    QString line;
    QDateTime startedAt;
    std::optional<RunEnding> ending; // none: it is not known
};

// The last commands that were run: to be looked at again, or run again. GUI thread.
class RecentRuns : public QFrame {
    Q_OBJECT

public:
    explicit RecentRuns(const Look& look, QWidget* parent = nullptr);

    void setRuns(std::vector<RecentRun> runs); // the newest first

signals:
    void openWanted(const QString& path);
    void againWanted(const QString& line);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void applyLook();
    void retranslate();
    void open();
    void runAgain();
    void showMenu(const QPoint& at);
    [[nodiscard]] const RecentRun* chosen() const;

    const Look& m_look;
    std::vector<RecentRun> m_runs;
    QLabel* m_title;
    QListWidget* m_list;
    QLabel* m_empty;
    QPushButton* m_open;
    QPushButton* m_again;
    QVBoxLayout* m_column;
};

} // namespace ipclab
