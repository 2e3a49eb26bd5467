// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "app/trace_export.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace ipclab {

// The words of `ipclab export`, understood; what is wrong with them is said, and is an exit code.
struct ExportRequest {
    QString session;
    std::optional<TraceFormat> trace; // none: the report
    QString file; // empty: stdout
};
std::variant<ExportRequest, ExitCode> exportRequest(const QStringList& words);

// Pictures of the map are drawn by the window's program. Asked before there is an application.
bool wantsReport(const CommandLine& line);

} // namespace ipclab
