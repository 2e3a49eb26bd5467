// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/export/exported.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

namespace ipclab::test {

QByteArray exported(const Exporter& exporter, const EventLog& log, const ExportOptions& options)
{
    QByteArray all;
    const Status done = exporter(LogView(log), options, [&](std::string_view bytes) -> Status {
        all.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return Done {};
    });
    return done.ok() ? all : QByteArray();
}

QByteArray answered(const QString& tool, const QStringList& words, const QByteArray& input)
{
    constexpr int kPatience = 60'000; // ms
    QProcess process;
    process.start(tool, words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kPatience) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0) {
        QTest::qFail(process.readAllStandardError().constData(), __FILE__, __LINE__);
        return {};
    }
    return process.readAllStandardOutput();
}

bool has(const QString& tool)
{
    return !QStandardPaths::findExecutable(tool).isEmpty();
}

} // namespace ipclab::test
