// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"

#include "ipc-core/log/session_file.h"
#include "ipc-core/world/world_history.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QtTest>

#include <limits>
#include <random>

#include <csignal>

using namespace ipclab::test;
using ipclab::EventIndex;

namespace {

QStringList recording(const QString& path, const QStringList& command)
{
    return QStringList { QStringLiteral("watch"), QStringLiteral("--record"), path,
        QStringLiteral("--json"), QStringLiteral("--") }
    + command;
}

QStringList shell(const char* script)
{
    return { QStringLiteral("/bin/sh"), QStringLiteral("-c"), QString::fromUtf8(script) };
}

// Every moment of a history is the fold up to it, whichever way one comes to it.
void checkReplay(const ipclab::EventLog& log)
{
    ipclab::WorldHistory history(log);
    history.extend(std::numeric_limits<EventIndex>::max());
    std::vector<ipclab::World> folds { {} };
    for (EventIndex i = 0; i < log.size(); ++i) {
        folds.push_back(folds.back());
        apply(folds.back(), log[i]);
    }
    for (EventIndex i = 0; i <= log.size(); ++i)
        QVERIFY2(history.at(i) == folds[i], qPrintable(QString::number(i)));
    for (EventIndex i = log.size(); i > 0; --i)
        QVERIFY2(history.at(i - 1) == folds[i - 1], qPrintable(QString::number(i - 1)));
    QVERIFY(history.at(log.size()) == folds.back());
}

} // namespace

// Runs of real programs, recorded.
class CliRecorded : public QObject {
    Q_OBJECT

private slots:
    void anyMomentIsThatOfAReplayFromTheBeginning_data();
    void anyMomentIsThatOfAReplayFromTheBeginning();
    void ofARunThatWasCutShortAPrefixIsLeft();
};

void CliRecorded::anyMomentIsThatOfAReplayFromTheBeginning_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("a pipeline") << shell("yes | head -n 40 | sort | uniq -c >/dev/null");
    QTest::newRow("children") << shell("for i in 1 2 3 4 5; do (exit $i); done; sleep 0.05 & wait");
    QTest::newRow("signals") << shell("trap : USR1; kill -USR1 $$; sleep 5 & kill -TERM $!; wait");
    QTest::newRow("a FIFO") << shell(
        "d=$(mktemp -d); mkfifo $d/f; echo through >$d/f & cat $d/f; wait; rm -r $d");
    QTest::newRow("threads") << QStringList { tracee(QStringLiteral("threads")) };
    QTest::newRow("a family") << QStringList { tracee(QStringLiteral("family")) };
}

void CliRecorded::anyMomentIsThatOfAReplayFromTheBeginning()
{
    QFETCH(QStringList, command);
    const Place place;
    const QString path = place.file(QStringLiteral("run.jsonl"));
    const Ran ran
        = place.ipclab(QStringList { QStringLiteral("watch"), QStringLiteral("--timeout"),
                           QStringLiteral("5"), QStringLiteral("--record"), path,
                           QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("--") }
            + command);
    QVERIFY(ran.code >= 0);
    const auto saved = ipclab::readSession(path.toStdString());
    QVERIFY(saved.ok());
    QCOMPARE(saved->linesSkipped, std::uint64_t { 0 });
    QVERIFY(saved->log->size() > 10);
    checkReplay(*saved->log);
}

// Killed, it could say nothing any more. What it printed and what it wrote are of the same run.
void CliRecorded::ofARunThatWasCutShortAPrefixIsLeft()
{
    std::mt19937 random(9);
    for (int round = 0; round < 10; ++round) {
        const Place place;
        const QString path = place.file(QStringLiteral("run.jsonl"));
        const QString printed = place.file(QStringLiteral("printed.jsonl"));
        QProcess process;
        process.setStandardOutputFile(printed);
        place.start(
            process, recording(path, shell("while :; do echo some bytes | cat; done >/dev/null")));
        QVERIFY(process.waitForStarted());
        const qint64 enough = std::uniform_int_distribution<qint64>(1, 60'000)(random);
        QDeadlineTimer patience(30'000);
        while (QFileInfo(path).size() < enough && !patience.hasExpired())
            QThread::yieldCurrentThread();
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished());
        QTRY_VERIFY(place.marked().empty());

        const auto saved = ipclab::readSession(path.toStdString());
        if (!saved.ok()) { // before the header was whole
            QVERIFY(!contentOf(path).contains('\n'));
            continue;
        }
        QVERIFY(saved->linesSkipped <= 1);
        QByteArrayList lines = contentOf(path).split('\n');
        const QByteArrayList expected = contentOf(printed).split('\n');
        lines.removeFirst(); // the header
        if (saved->linesSkipped == 1)
            QCOMPARE(saved->firstSkipped, static_cast<std::uint64_t>(lines.size()) + 1);
        lines.removeLast(); // the rest of one, or nothing
        QVERIFY(saved->log->size() >= static_cast<EventIndex>(lines.size()));
        const qsizetype both = std::min(lines.size(), expected.size() - 1);
        for (qsizetype i = 0; i < both; ++i)
            QCOMPARE(lines.at(i), expected.at(i));
        for (qsizetype i = 0; i < lines.size(); ++i)
            QVERIFY(lines.at(i).startsWith("{\"i\":" + QByteArray::number(i) + ','));
    }
}

QTEST_GUILESS_MAIN(CliRecorded)
#include "cli_recorded.moc"
