// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ipclab {

// What whoever started us wants of signals (nohup(1) ignores SIGHUP, a shell blocks none): which
// are ignored and which blocked, as execve(2) passes it on. We change some for ourselves; a command
// in the foreground gets what we got.

// In main(), before any is changed and before any thread is made.
void rememberInheritedSignals();

// In a child between fork(2) and execve(2): async-signal-safe. All that is not inherited becomes
// the default; of `kept` false, all.
void setChildSignals(bool kept);

} // namespace ipclab
