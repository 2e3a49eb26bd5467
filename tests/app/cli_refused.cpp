// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cerrno>

using namespace ipclab::test;

// On a machine that refuses something: a clear word and the remedy, or less is known; never a wrong
// fact.
class CliRefused : public QObject {
    Q_OBJECT

private slots:
    void whereItCannotWatchItSaysSoAndWhatToDo_data();
    void whereItCannotWatchItSaysSoAndWhatToDo();
    void withoutTheRestItStillTellsTheTruth_data();
    void withoutTheRestItStillTellsTheTruth();

private:
    Ran run(const QString& call, int error, const QStringList& options, const char* script) const
    {
        QProcess process;
        process.setProcessEnvironment(m_place.environment);
        process.start(tracee(QStringLiteral("refusing")),
            QStringList { call, QString::number(error), program(), QStringLiteral("watch") }
                + options
                + QStringList { QStringLiteral("--"), QStringLiteral("/bin/sh"),
                    QStringLiteral("-c"), QString::fromLatin1(script) });
        process.waitForFinished();
        return { process.exitCode(), process.readAllStandardOutput(),
            process.readAllStandardError() };
    }

    Place m_place;
};

void CliRefused::whereItCannotWatchItSaysSoAndWhatToDo_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("error");
    QTest::addColumn<QByteArray>("remedy");
    QTest::newRow("Yama") << QStringLiteral("seize") << EPERM
                          << QByteArray("kernel.yama.ptrace_scope");
    QTest::newRow("old kernel") << QStringLiteral("syscall_info") << EIO
                                << QByteArray("Linux 5.3 or newer");
}

void CliRefused::whereItCannotWatchItSaysSoAndWhatToDo()
{
    QFETCH(QString, call);
    QFETCH(int, error);
    QFETCH(QByteArray, remedy);
    const Ran ran = run(call, error, {}, "echo it ran");
    QCOMPARE(ran.code, 3);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains(remedy), ran.err.constData());
    QCOMPARE(ran.err.count('\n'), 1);
}

void CliRefused::withoutTheRestItStillTellsTheTruth_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("levels");
    for (const int error : { ENOSYS, EPERM }) {
        QTest::addRow("process_vm_readv, %d", error)
            << QStringLiteral("process_vm_readv") << error << true;
        QTest::addRow("kcmp, %d", error) << QStringLiteral("kcmp") << error << true;
        QTest::addRow("pidfd_getfd, %d", error) << QStringLiteral("pidfd_getfd") << error << false;
        QTest::addRow("pidfd_open, %d", error) << QStringLiteral("pidfd_open") << error << false;
        QTest::addRow("sched_setaffinity, %d", error)
            << QStringLiteral("sched_setaffinity") << error << true;
    }
}

void CliRefused::withoutTheRestItStillTellsTheTruth()
{
    QFETCH(QString, call);
    QFETCH(int, error);
    QFETCH(bool, levels);
    const Ran ran
        = run(call, error, { QStringLiteral("--json") }, "trap '' USR1; echo words | cat; exit 7");
    QCOMPARE(ran.code, 7);
    int written = 0;
    int capacities = 0;
    int ignored = 0;
    for (const QByteArray& line : ran.out.trimmed().split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        const QString name = event[QStringLiteral("event")].toString();
        if (name == QStringLiteral("bytes_written")
            && event[QStringLiteral("text")].toString() == QStringLiteral("words\n"))
            ++written;
        if (name == QStringLiteral("signal_action_set")
            && event[QStringLiteral("signal")].toString() == QStringLiteral("SIGUSR1"))
            ++ignored;
        if (name == QStringLiteral("channel_level") && event.contains(QStringLiteral("capacity")))
            ++capacities;
    }
    QCOMPARE(written, 2); // by echo, and by cat
    QVERIFY(ignored >= 1);
    QCOMPARE(capacities > 0, levels); // unknown is said by nothing, never by zero
}

QTEST_GUILESS_MAIN(CliRefused)
#include "cli_refused.moc"
