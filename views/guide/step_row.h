// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/guide/guide_content.h"

#include <QFrame>

#include <set>

class QVBoxLayout;

namespace ipclab {

class Look;

// One step: folded when done, a card now, quiet later. Made anew when the step changes.
class StepRow : public QFrame {
    Q_OBJECT

public:
    StepRow(const Look& look, const GuideStep& step, int number, const QString& picked,
        QWidget* parent = nullptr);

    [[nodiscard]] const GuideStep& step() const { return m_step; }
    // The step that a widget is part of, if any.
    static StepRow* around(QWidget& widget);

signals:
    void picked(const QString& choice);
    void predicted(const QString& choice);
    void showWanted();

private:
    void addText();
    void addPrediction(const QString& picked);
    void addComparison();
    void addAction();
    void addHint();
    void addShown();
    void addShowMe();
    [[nodiscard]] QString labelOf(const QString& choice) const;
    [[nodiscard]] QStringList choicesIn(const QString& shown) const;

    const Look& m_look;
    GuideStep m_step;
    std::set<std::size_t> m_known; // terms explained in it
    QVBoxLayout* m_head; // the step's text
    QVBoxLayout* m_column; // what is below it
};

} // namespace ipclab
