// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "ipc-core/lab/lab.h"

namespace ipclab {

// On a command line: Good if the lab may run. One that is not trusted yet (lab_trust) is shown to
// the person at the terminal, who is asked; without a terminal it is refused, and the remedy said.
// `trust`: the person has decided already.
ExitCode mayRun(const Lab& lab, bool trust);

} // namespace ipclab
