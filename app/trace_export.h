// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/log/session_file.h"

#include <QString>
#include <QStringList>

#include <atomic>
#include <cstdio>
#include <functional>
#include <optional>

namespace ipclab {

// What a run is written as for the tools of others.
enum class TraceFormat { Perfetto, Pcapng };

std::optional<TraceFormat> traceFormatNamed(const QString& name); // "perfetto", "pcapng"

// Writes what the log has, with channels named in the language of the moment. To a file: all of it,
// or the file stays as it was. Error: step "write".
Status exportTrace(TraceFormat format, const LogView& log, const SessionHeader& header,
    const QString& path,
    const std::atomic<bool>* cancelled = nullptr, // by another thread: ECANCELED
    const std::function<void(int percent)>& advanced = {});
Status exportTrace(TraceFormat format, const LogView& log, const SessionHeader& header,
    std::FILE* to,
    const QString& name); // what an error calls it

} // namespace ipclab
