// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ipclab {

// `ipclab export SESSION --to report`, by the window's program without its window. Returns what it
// exits with.
int runReport(int argc, char** argv, const QStringList& words);

} // namespace ipclab
