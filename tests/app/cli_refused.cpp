// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

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
    void whyIsToldWithLessKnown_data();
    void whyIsToldWithLessKnown();
    void whoIsHiddenIsNotSaidToBeGone();

private:
    Ran ipclab(const QString& call, int error, const QStringList& words) const
    {
        QProcess process;
        process.setProcessEnvironment(m_place.environment);
        process.start(tracee(QStringLiteral("refusing")),
            QStringList { call, QString::number(error), program() } + words);
        process.waitForFinished();
        return { process.exitCode(), process.readAllStandardOutput(),
            process.readAllStandardError() };
    }
    Ran watch(const QString& call, int error, const QStringList& options, const char* script) const
    {
        return ipclab(call, error,
            QStringList { QStringLiteral("watch") } + options
                + QStringList { QStringLiteral("--"), QStringLiteral("/bin/sh"),
                    QStringLiteral("-c"), QString::fromLatin1(script) });
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
    QTest::newRow("no filters") << QStringLiteral("seccomp") << ENOSYS
                                << QByteArray("does not forbid ptrace and seccomp");
}

void CliRefused::whereItCannotWatchItSaysSoAndWhatToDo()
{
    QFETCH(QString, call);
    QFETCH(int, error);
    QFETCH(QByteArray, remedy);
    const Ran ran = watch(call, error, {}, "echo it ran");
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
    const Ran ran = watch(
        call, error, { QStringLiteral("--json") }, "trap '' USR1; echo words | cat; exit 7");
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

void CliRefused::whyIsToldWithLessKnown_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("levels");
    for (const int error : { ENOSYS, EPERM }) {
        for (const char* const call : { "process_vm_readv", "kcmp", "pidfd_getfd", "pidfd_open" })
            QTest::addRow("%s, %d", call, error)
                << QString::fromLatin1(call) << error << !QByteArray(call).startsWith("pidfd");
    }
}

void CliRefused::whyIsToldWithLessKnown()
{
    QFETCH(QString, call);
    QFETCH(int, error);
    QFETCH(bool, levels);
    QProcess pair;
    pair.start(tracee(QStringLiteral("plights")), { QStringLiteral("kept") });
    QVERIFY(pair.waitForReadyRead());
    const QStringList words { QStringLiteral("why"), QString::number(pair.processId()) };
    Ran ran;
    QDeadlineTimer patience(20'000);
    do {
        ran = ipclab(call, error, words);
    } while (ran.code != 1 && !patience.hasExpired()); // it may not wait yet
    pair.kill();
    pair.waitForFinished();
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains("waits in read("), ran.out);
    QVERIFY2(ran.out.contains("keeps 14 bytes for it in its own fd "), ran.out);
    QVERIFY2(ran.out.contains("Stuck for good"), ran.out);
    QVERIFY2(ran.out.contains(levels ? " holds 0 of 65" : "how many bytes it holds is not known"),
        ran.out); // unknown is never said to be none
    QVERIFY2(levels == ran.err.isEmpty(), ran.err);
    QVERIFY2(levels || ran.err.contains(call.toLatin1()), ran.err);
    QVERIFY2(levels || ran.err.contains("Linux 5.6 or newer"), ran.err);
}

// proc(5), hidepid: to others a process is as if it were not.
void CliRefused::whoIsHiddenIsNotSaidToBeGone()
{
    if (geteuid() != 0)
        QSKIP("only root can hide its processes");
    QProcess process;
    process.setProcessEnvironment(m_place.environment);
    process.setChildProcessModifier([] {
        constexpr uid_t kNobody = 65534;
        if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, "") != 0
            || mount("proc", "/proc", "proc", 0, "hidepid=2") != 0 || setgroups(0, nullptr) != 0
            || setgid(kNobody) != 0 || setuid(kNobody) != 0)
            _exit(99);
    });
    process.start(program(), { QStringLiteral("why"), QString::number(getpid()) });
    QVERIFY(process.waitForFinished());
    if (process.exitCode() == 99 || process.exitCode() == 127)
        QSKIP("processes cannot be hidden here, or nobody else may run the program");
    const QByteArray said = process.readAllStandardError();
    QCOMPARE(process.exitCode(), 3);
    QVERIFY2(!said.contains("no such process"), said);
    QVERIFY2(said.contains("it is not permitted"), said);
}

QTEST_GUILESS_MAIN(CliRefused)
#include "cli_refused.moc"
