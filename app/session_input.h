// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "ipc-core/base/result.h"
#include "ipc-core/log/session_file.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace ipclab {

// What the file had and the session has not, a sentence each.
QStringList missingFrom(const SavedSession& session);

// The session that a command was given. What of it is missing, or why there is none, is said.
std::variant<SavedSession, ExitCode> sessionNamed(const QString& path);

// Says it, and gives what the program exits with: a file that is no session is an answer; what the
// system does not give is none.
ExitCode refusal(const Error& error);

} // namespace ipclab
