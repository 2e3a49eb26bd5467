// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab.h"

#include <QString>
#include <QStringList>

namespace ipclab {

// What can be said of a lab without running it, beyond that it loads. Each is a line with its place
// first, "guide.en.md:12:5: …", or what the compiler or the interpreter says. Nothing is left in
// the folder. These wait for a compiler, half a minute at most for each program.

// Links and names of files in the guides that are not in the folder; a switch's value that it does
// not have.
QStringList wrongNames(const Lab& lab);

// Programs that the compiler warns of, or that python3 cannot compile. Nothing about a variant
// whose tool is not installed.
QStringList compilerComplaints(const Lab& lab, Variant variant);

} // namespace ipclab
