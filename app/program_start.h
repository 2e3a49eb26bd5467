// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ipclab {

// What the command line and the window both begin with, in main().

// Started without one of them (ipclab >&-), the next file we open would be taken for it.
void openStandardStreams();
// Its name to Qt, which makes the names of folders and of the window's class of it.
void nameProgram();
QStringList argumentsOf(int argc, char** argv);

} // namespace ipclab
