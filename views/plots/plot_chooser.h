// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plots/plot_key.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QToolButton;

namespace ipclab {

class Look;

// What is plotted: the quantity, of which run, and over which other one. GUI thread.
class PlotChooser : public QWidget {
    Q_OBJECT

public:
    explicit PlotChooser(Look& look, QWidget* parent = nullptr);

    // Runs are counted from 1; what is none of them:
    static constexpr int kAll = 0; // one after the other
    static constexpr int kNewest = -1;
    static constexpr int kNone = 0; // nothing is laid over
    static constexpr int kBefore = -1; // the one before
    static constexpr int kSession = -2; // that of a file

    [[nodiscard]] Quantity quantity() const;
    void setQuantity(Quantity quantity);
    [[nodiscard]] int run() const;
    [[nodiscard]] int over() const;
    // Those that can be chosen; what was chosen stays so, if it is still there.
    void setRuns(const std::vector<PlotRun>& runs, const QString& session);
    void setOver(int over);
    void setNote(const QString& words);
    void setSavable(bool savable); // there is something to save

signals:
    void changed();
    void saveWanted();
    void sessionWanted(); // a file is to be chosen

protected:
    void changeEvent(QEvent* event) override;

private:
    void createParts();
    void retranslate();
    void fillRuns();
    void fillOver();
    void chooseOver();
    void applyLook();

    Look& m_look;
    QComboBox* m_quantity;
    QComboBox* m_run;
    QComboBox* m_over;
    QLabel* m_note;
    QToolButton* m_save;
    std::vector<PlotRun> m_runs;
    QString m_session; // the name of the file; empty: none is open
    int m_lastOver = kNone;
};

} // namespace ipclab
