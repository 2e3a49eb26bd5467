// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ipclab {

// The window, until it is closed. Returns the exit code.
int runWindow(int argc, char** argv, const QStringList& words);

} // namespace ipclab
