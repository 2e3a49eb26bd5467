// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/export/export_options.h"
#include "ipc-core/log/event_log.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace ipclab::test {

using Exporter = std::function<Status(const LogView&, const ExportOptions&, const Sink&)>;

// What is written of the log; the exporter must not fail.
QByteArray exported(
    const Exporter& exporter, const EventLog& log, const ExportOptions& options = {});

// What a tool of others answers to the input; nothing where it fails, which is a failure of the
// test, with what it said.
QByteArray answered(const QString& tool, const QStringList& words, const QByteArray& input = {});
bool has(const QString& tool);

// Rows for a test of any log: so many generated ones, and each recorded session.
void addLogs(int generated);
// That of the row; a generated one has so many events.
std::unique_ptr<EventLog> logOfRow(int events);
bool hasTwoEnds(const EventLog& log); // a channel that has, each of which is a host in packets
bool isRecorded();

} // namespace ipclab::test
