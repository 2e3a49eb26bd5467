// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/condition.h"
#include "ipc-core/lab/lab_problem.h"

#include <QString>

namespace ipclab {

// What is wrong with a lab, to who writes it: "lab.toml:12:8: there is no wiring "pip"; …". The
// file is within the lab's folder.
QString problemSentence(const Problem& problem);

// What a step expects, as a clause: "child.stdout keeps at least 1 bytes in its own buffer". GUI
// thread; plain text; names, calls and signals stay as they are.
QString conditionSentence(const Condition& condition);

} // namespace ipclab
