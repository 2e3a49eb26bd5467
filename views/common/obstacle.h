// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ipclab {

// What cannot be done now is disabled, and its tooltip says what is in the way; with no obstacle it
// is enabled and says `tip`. A button or an action: a menu shows tooltips where it is told to.
template <typename Act> void allowUnless(const QString& obstacle, Act& act, const QString& tip = {})
{
    act.setEnabled(obstacle.isEmpty());
    act.setToolTip(obstacle.isEmpty() ? tip : obstacle);
}

} // namespace ipclab
