// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/export_request.h"
#include "app/session_input.h"
#include "app/trace_export.h"

#include <cstdio>
#include <variant>

namespace ipclab {

int runExport(const QStringList& words)
{
    const auto request = exportRequest(words);
    if (const auto* const code = std::get_if<ExitCode>(&request))
        return static_cast<int>(*code);
    const auto& [path, trace, file] = std::get<ExportRequest>(request);
    if (!trace) // the window's program makes it, and this one hands over to it
        return static_cast<int>(ExitCode::Usage);
    const auto read = sessionNamed(path);
    if (const auto* const code = std::get_if<ExitCode>(&read))
        return static_cast<int>(*code);
    const auto& session = std::get<SavedSession>(read);
    const LogView log(*session.log);
    const Status written = file.isEmpty()
        ? exportTrace(*trace, log, session.header, stdout, QStringLiteral("stdout"))
        : exportTrace(*trace, log, session.header, file);
    return static_cast<int>(written ? ExitCode::Good : refusal(written.error()));
}

} // namespace ipclab
