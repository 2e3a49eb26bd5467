// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/step_button.h"

#include <QFocusEvent>

namespace ipclab {

StepButton::StepButton(QWidget* parent)
    : ElidedButton(parent)
{
    setEnabled(false);
    connect(this, &QPushButton::clicked, this, [this] {
        if (m_may)
            emit stepWanted();
    });
}

void StepButton::setMayStep(bool may)
{
    m_may = may;
    setEnabled(may || window()->focusWidget() == this); // also while another window is in front
}

void StepButton::focusOutEvent(QFocusEvent* event)
{
    ElidedButton::focusOutEvent(event);
    if (window()->focusWidget() != this)
        setEnabled(m_may);
}

} // namespace ipclab
