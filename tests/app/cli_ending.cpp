// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"

#include <QDir>
#include <QtTest>

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <optional>

using namespace ipclab::test;

namespace {

QString procOf(int pid, const char* what)
{
    return QStringLiteral("/proc/%1/%2").arg(pid).arg(QString::fromLatin1(what));
}

std::optional<int> janitorAmong(const std::vector<int>& pids)
{
    const auto found = std::ranges::find_if(
        pids, [](int pid) { return contentOf(procOf(pid, "comm")) == "ipclab-janitor\n"; });
    return found == pids.end() ? std::nullopt : std::optional(*found);
}

// Processes with our mark that are neither the program nor its janitor: what it launched.
int launched(const Place& place, qint64 program)
{
    const std::vector<int> pids = place.marked();
    const QString self = linkOf(procOf(static_cast<int>(program), "exe"));
    return static_cast<int>(
        std::ranges::count_if(pids, [&](int pid) { return linkOf(procOf(pid, "exe")) != self; }));
}

} // namespace

// However the program ends, nothing of it stays.
class CliEnding : public QObject {
    Q_OBJECT

private slots:
    void killedInTheMiddleOfARunItLeavesNothing();
    void theJanitorHoldsNothing();
    void theJanitorGoesAtANormalEnd();
    void theJanitorIsNoPartOfWhatIsWatched();
    void withoutADisplayItNamesWhatWorksWithout();

private:
    static const QStringList kDialog;
};

const QStringList CliEnding::kDialog { QStringLiteral("run"), QStringLiteral("endless-dialog") };

void CliEnding::killedInTheMiddleOfARunItLeavesNothing()
{
    const Place place;
    QProcess process;
    place.start(process, kDialog);
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(launched(place, process.processId()) > 0, 30'000);
    QCOMPARE(place.runFolders().size(), 1);
    QCOMPARE(process.state(), QProcess::Running);
    process.kill();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QTRY_COMPARE(place.marked().size(), 0U); // the janitor too
    QCOMPARE(place.runFolders(), QStringList());
}

void CliEnding::theJanitorHoldsNothing()
{
    const Place place;
    QProcess process;
    process.setWorkingDirectory(place.file(QString()));
    place.start(process, kDialog);
    QTRY_VERIFY_WITH_TIMEOUT(launched(place, process.processId()) > 0, 30'000);
    const std::optional<int> janitor = janitorAmong(place.marked());
    QVERIFY(janitor);
    QCOMPARE(linkOf(procOf(*janitor, "cwd")), QStringLiteral("/"));
    const QStringList open = QDir(procOf(*janitor, "fd"))
                                 .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System);
    QCOMPARE(open, QStringList { QStringLiteral("0") });
    QVERIFY(::getsid(*janitor) != ::getsid(static_cast<pid_t>(process.processId())));
    // Not its child: a program that waits for all its children would wait for it.
    const QByteArray parent = "PPid:\t" + QByteArray::number(process.processId()) + '\n';
    QVERIFY(!contentOf(procOf(*janitor, "status")).contains(parent));
    QVERIFY(process.waitForFinished());
}

void CliEnding::theJanitorGoesAtANormalEnd()
{
    const Place place;
    QCOMPARE(place.ipclab({ QStringLiteral("check"), place.file(QString()) }).code, 1);
    QTRY_COMPARE_WITH_TIMEOUT(place.marked().size(), 0U, 2000);
}

void CliEnding::theJanitorIsNoPartOfWhatIsWatched()
{
    const Place place;
    const QString session = place.file(QStringLiteral("session"));
    QProcess process;
    place.start(process, kDialog + QStringList { QStringLiteral("--record"), session });
    QTRY_VERIFY_WITH_TIMEOUT(launched(place, process.processId()) > 0, 30'000);
    const std::optional<int> janitor = janitorAmong(place.marked());
    QVERIFY(janitor);
    QVERIFY(process.waitForFinished());
    const QByteArray events = contentOf(session);
    QVERIFY(events.contains("\"process_started\""));
    QVERIFY(!events.contains("\"pid\":" + QByteArray::number(*janitor) + ','));
}

void CliEnding::withoutADisplayItNamesWhatWorksWithout()
{
    Place place;
    for (const char* const name : { "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM" })
        place.environment.remove(QString::fromLatin1(name));
    const Ran ran = place.ipclab({});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains("ipclab watch"), ran.err.constData());
    QTRY_COMPARE(place.marked().size(), 0U);
}

QTEST_GUILESS_MAIN(CliEnding)
#include "cli_ending.moc"
