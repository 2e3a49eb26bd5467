// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/look.h"
#include "views/timebar/hold_strip.h"

#include <QWidget>

class QLabel;

namespace ipclab {

class StepButton;

// One line of the strip: who is held, before which call, and the button that lets that call go.
class HoldRow : public QWidget {
    Q_OBJECT

public:
    explicit HoldRow(const Look& look, QWidget* parent = nullptr);

    using QWidget::show;
    void show(const HoldLine& line);
    void setMayStep(bool may); // where it stands
    [[nodiscard]] bool inUse() const; // the person is at it: under the mouse, or with the focus
    void relook();
    void retranslate();

signals:
    void stepWanted(ipclab::Pid pid, ipclab::Tid tid);
    void chosen(ipclab::Pid pid);

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    const Look& m_look;
    HoldLine m_line;
    QLabel* m_who;
    QLabel* m_words;
    StepButton* m_step;
    bool m_may = false;
};

} // namespace ipclab
