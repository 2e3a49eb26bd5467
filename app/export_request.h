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

// The words of `ipclab export`, understood; what is wrong with them is said, and is an exit code.
struct ExportRequest {
    QString session;
    QString format; // "perfetto", "pcapng", "report"
    QString file; // empty: stdout
};
std::variant<ExportRequest, ExitCode> exportRequest(const QStringList& words);

// Pictures of the map are drawn by the window's program. Asked before there is an application.
bool wantsReport(const CommandLine& line);

// The session to export; what of it is damaged, or why there is none, is said.
std::variant<SavedSession, ExitCode> sessionToExport(const QString& path);

// Says it, and what the program exits with.
ExitCode exportFailed(const Error& error);

} // namespace ipclab
