// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/guide/guide_content.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QPushButton;
class QVBoxLayout;

namespace ipclab {

class ChoiceButton;
class Look;

// The choices of a prediction and the button that makes it. Digits choose, arrows go on, Enter
// makes it. GUI thread.
class PredictionBox : public QWidget {
    Q_OBJECT

public:
    // `picked` was marked before, but is not predicted yet.
    PredictionBox(
        const Look& look, const GuideStep& step, const QString& picked, QWidget* parent = nullptr);

signals:
    void picked(const QString& choice);
    void predicted(const QString& choice);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addChoice(const GuideChoice& choice, const QString& picked);
    void pick(int place);
    void commit();
    bool keyPressed(ChoiceButton& at, int key);

    const Look& m_look;
    QVBoxLayout* m_column;
    QButtonGroup* m_group;
    std::vector<ChoiceButton*> m_choices;
    QPushButton* m_commit;
};

} // namespace ipclab
