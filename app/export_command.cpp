// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/export_request.h"
#include "app/trace_export.h"

#include <cstdio>
#include <optional>

namespace ipclab {

int runExport(const QStringList& words)
{
    const auto request = exportRequest(words);
    if (const auto* const code = std::get_if<ExitCode>(&request))
        return static_cast<int>(*code);
    const auto& [path, name, file] = std::get<ExportRequest>(request);
    const std::optional<TraceFormat> format = traceFormatNamed(name);
    const auto read = sessionToExport(path);
    if (const auto* const code = std::get_if<ExitCode>(&read))
        return static_cast<int>(*code);
    const auto& session = std::get<SavedSession>(read);
    const LogView log(*session.log);
    const Status written = file.isEmpty()
        ? exportTrace(format.value_or(TraceFormat::Perfetto), log, session.header, stdout)
        : exportTrace(format.value_or(TraceFormat::Perfetto), log, session.header, file);
    return static_cast<int>(written ? ExitCode::Good : exportFailed(written.error()));
}

} // namespace ipclab
