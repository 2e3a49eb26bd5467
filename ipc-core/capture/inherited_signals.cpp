// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/inherited_signals.h"

#include <csignal>

namespace ipclab {

namespace {

struct InheritedSignals {
    sigset_t ignored {}; // of nobody who asked: none
    sigset_t blocked {};
};
InheritedSignals inherited; // NOLINT: of the process, and written once

} // namespace

void rememberInheritedSignals()
{
    sigemptyset(&inherited.ignored);
    for (int signal = 1; signal < NSIG; ++signal) {
        struct sigaction action { };
        if (::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN)
            sigaddset(&inherited.ignored, signal);
    }
    ::sigprocmask(SIG_SETMASK, nullptr, &inherited.blocked);
}

void setChildSignals(bool kept)
{
    struct sigaction action { };
    for (int signal = 1; signal < NSIG; ++signal) {
        const bool ignored = kept && sigismember(&inherited.ignored, signal) == 1;
        action.sa_handler = ignored ? SIG_IGN : SIG_DFL;
        ::sigaction(signal, &action, nullptr);
    }
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, kept ? &inherited.blocked : &none, nullptr);
}

} // namespace ipclab
