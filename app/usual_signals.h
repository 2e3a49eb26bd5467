// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>

namespace ipclab {

// In the child of a fork, before it executes: our own threads keep signals blocked, and SIGPIPE
// ignored, that a compiler is to have as usual. Safe there, signal-safety(7).
inline void setUsualSignals()
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    std::signal(SIGPIPE, SIG_DFL);
}

} // namespace ipclab
