// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/elided_button.h"

namespace ipclab {

// Lets one call go, where something stands before one. Between two calls nothing does, for a moment
// or for long: a button that was then disabled would hand the focus to its neighbour, and the next
// press of Space would be about something else. So it is disabled only when the focus has left, and
// until then a press does nothing. GUI thread.
class StepButton : public ElidedButton {
    Q_OBJECT

public:
    explicit StepButton(QWidget* parent = nullptr);

    void setMayStep(bool may);

signals:
    void stepWanted();

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    bool m_may = false;
};

} // namespace ipclab
