// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/export/exported.h"

#include "ipc-core/log/session_file.h"
#include "tests/core/support/random_events.h"

#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

#include <utility>

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

void addLogs(int generated)
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<QString>("session"); // recorded; empty: a generated one
    for (int seed = 1; seed <= generated; ++seed)
        QTest::addRow("%d", seed) << seed << QString();
    QDirIterator sessions(QStringLiteral(IPCLAB_SESSIONS), { QStringLiteral("*.jsonl") },
        QDir::Files, QDirIterator::Subdirectories);
    while (sessions.hasNext()) {
        const QString path = sessions.next();
        QTest::newRow(qPrintable(sessions.fileName())) << 0 << path;
    }
}

bool hasTwoEnds(const EventLog& log)
{
    for (EventIndex i = 0; i < log.size(); ++i) {
        const auto* const made = std::get_if<ChannelCreated>(&log[i].body);
        if (made && made->kind != ChannelKind::File && made->kind != ChannelKind::Shm)
            return true;
    }
    return false;
}

std::unique_ptr<EventLog> logOfRow(int count)
{
    QFETCH(int, seed);
    QFETCH(QString, session);
    if (!session.isEmpty()) {
        Result<SavedSession> saved = readSession(session.toStdString());
        if (!saved.ok())
            qFatal("cannot read %s", qPrintable(session));
        return std::move(saved->log);
    }
    auto log = std::make_unique<EventLog>();
    RandomEvents events(static_cast<std::uint32_t>(seed),
        seed % 2 == 0 ? RandomEvents::Range::Wide : RandomEvents::Range::Narrow);
    for (int i = 0; i < count; ++i)
        log->append(events.next());
    return log;
}

bool isRecorded()
{
    QFETCH(QString, session);
    return !session.isEmpty();
}

} // namespace ipclab::test
