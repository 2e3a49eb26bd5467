// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include <QTemporaryDir>

#include <semaphore.h>
#include <sys/msg.h>
#include <sys/sem.h>

using namespace ipclab;
using namespace ipclab::test;

namespace {

bool inDeadlock(const World& world)
{
    return world.finding(FindingKind::Deadlock) != nullptr;
}

// Some thread of it is in the call, and that was looked at closer.
bool waitsIn(const World& world, Pid pid, Call call)
{
    const Process* const process = world.process(pid);
    return process && std::ranges::any_of(process->threads, [call](const auto& entry) {
        const auto& now = entry.second.call;
        return now && now->call == call && (now->lasts || now->lock);
    });
}

// A program in a folder of its own.
class Secluded {
public:
    enum class Option { None, Folder, ClosedWorld };

    Secluded(const QString& way, Option option, bool live = false)
        : run(specOf(words(way, live)), options(option))
    {
    }

    ~Secluded() // what the kernel keeps of a program that was killed
    {
        for (const auto& one : all<LockWaiting>(run.log())) {
            if (one.body->lock == LockKind::Semaphores && one.body->id)
                semctl(*one.body->id, 0, IPC_RMID);
            if (one.body->lock == LockKind::Queue && one.body->id)
                msgctl(*one.body->id, IPC_RMID, nullptr);
        }
        sem_unlink(("/ipclab-secluded-" + std::to_string(run.pid().value)).c_str());
    }

    QTemporaryDir folder;
    Watched run;

private:
    std::vector<std::string> words(const QString& way, bool live) const
    {
        std::vector<std::string> argv { tracee("secluded"), way.toStdString(),
            folder.path().toStdString() };
        if (live)
            argv.emplace_back("live");
        return argv;
    }
    [[nodiscard]] CaptureOptions options(Option option) const
    {
        CaptureOptions options;
        options.closedWorld = option == Option::ClosedWorld;
        if (option == Option::Folder)
            options.privateFolder = folder.path().toStdString();
        return options;
    }
};

using Option = Secluded::Option;

} // namespace

// Waits for somebody to come by a name that nobody but the watched processes uses.
class SeclusionTest : public QObject {
    Q_OBJECT

private slots:
    void openingInOppositeOrderIsADeadlockInAPrivateFolder();
    void theVerdictComesWithinATenthOfASecond();
    void aFifoElsewhereIsOpenToStrangers();
    void aFifoWithASecondNameIsOpenToStrangers();
    void whoIsAboutToBeLaunchedMayCome();
    void whoKnowsTheNameOfAnOpenFifoMayOpenIt_data();
    void whoKnowsTheNameOfAnOpenFifoMayOpenIt();
    void inAClosedWorldNamesLeadToNobodyElse_data();
    void inAClosedWorldNamesLeadToNobodyElse();
    void whoStillComesEndsTheWait_data() { inAClosedWorldNamesLeadToNobodyElse_data(); }
    void whoStillComesEndsTheWait();
    void aNameIsOpenToStrangersElse_data() { inAClosedWorldNamesLeadToNobodyElse_data(); }
    void aNameIsOpenToStrangersElse();
};

void SeclusionTest::openingInOppositeOrderIsADeadlockInAPrivateFolder()
{
    Secluded one(QStringLiteral("order"), Option::Folder);
    QVERIFY(one.run.sees(inDeadlock));
    const Pid child = one.run.children().front();
    QCOMPARE(one.run.world().finding(FindingKind::Deadlock)->pids,
        (std::vector { one.run.pid(), child }));
    const auto waits = all<WaitLasts>(one.run.log(), child);
    QVERIFY(!waits.empty());
    QCOMPARE(waits.back().body->call, Call::Creat);
    QCOMPARE(waits.back().body->path, std::string_view("second"));
    QCOMPARE(waits.back().body->access, std::optional(Access::Write));
    QVERIFY(!waits.back().body->outside);

    Secluded live(QStringLiteral("order"), Option::Folder, true);
    QVERIFY(live.run.ends());
    QVERIFY(!live.run.sawFinding(FindingKind::Deadlock));
}

void SeclusionTest::theVerdictComesWithinATenthOfASecond()
{
    // The best of several: what the machine does besides is not ours to promise.
    Nanoseconds best = 60 * kSecond;
    for (int i = 0; i < 8 && best > 100 * kMillisecond; ++i) {
        Secluded one(QStringLiteral("order"), Option::Folder);
        QVERIFY(one.run.sees(inDeadlock));
        Nanoseconds last = 0;
        for (const auto& entered : all<WaitLasts>(one.run.log()))
            last = std::max(last, entered.event->at);
        best = std::min(best, all<FindingBegan>(one.run.log()).front().event->at - last);
    }
    QVERIFY2(best <= 90 * kMillisecond, qPrintable(QString::number(best / kMillisecond)));
}

void SeclusionTest::aFifoElsewhereIsOpenToStrangers()
{
    const QTemporaryDir elsewhere;
    CaptureOptions options;
    options.privateFolder = elsewhere.path().toStdString();
    const QTemporaryDir folder;
    Watched run(specOf({ tracee("secluded"), "alone", folder.path().toStdString() }), options);
    QVERIFY(run.sees([&](const World& world) { return waitsIn(world, run.pid(), Call::Openat); }));
    QVERIFY(!run.sees(inDeadlock, 400));
}

void SeclusionTest::aFifoWithASecondNameIsOpenToStrangers()
{
    Secluded one(QStringLiteral("two-names"), Option::Folder);
    QVERIFY(one.run.sees(
        [&](const World& world) { return waitsIn(world, one.run.pid(), Call::Openat); }));
    QVERIFY(!one.run.sees(inDeadlock, 400));
}

void SeclusionTest::whoIsAboutToBeLaunchedMayCome()
{
    const QTemporaryDir folder;
    CaptureOptions options;
    options.privateFolder = folder.path().toStdString();
    const std::string fifo = options.privateFolder + "/alone";
    Watched run(specOf({ tracee("secluded"), "alone", options.privateFolder }), options);
    run.capture().expectLaunches(true);
    QVERIFY(run.sees([&](const World& world) { return waitsIn(world, run.pid(), Call::Openat); }));
    QVERIFY(!run.sees(inDeadlock, 400));
    run.capture().launch(specOf({ "/bin/sh", "-c", ": >\"$0\"", fifo }), [](const auto&) {});
    run.capture().expectLaunches(false);
    QVERIFY(run.ends());
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
}

void SeclusionTest::whoKnowsTheNameOfAnOpenFifoMayOpenIt_data()
{
    QTest::addColumn<QString>("then");
    QTest::addColumn<bool>("inFolder");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<bool>("stuck");
    QTest::newRow("anybody") << QString() << false << false << false;
    QTest::newRow("only ours, in the private folder") << QString() << true << false << true;
    QTest::newRow("only ours, in a closed world") << QString() << false << true << true;
    QTest::newRow("nobody: it has no name any more")
        << QStringLiteral("rm commands;") << false << false << true;
}

void SeclusionTest::whoKnowsTheNameOfAnOpenFifoMayOpenIt()
{
    QFETCH(QString, then);
    QFETCH(bool, inFolder);
    QFETCH(bool, closed);
    QFETCH(bool, stuck);
    const QTemporaryDir folder; // the usual daemon that takes commands
    const QString script = QStringLiteral("cd \"$0\"; mkfifo commands; exec 3<>commands; ") + then
        + QStringLiteral("while read -r line <&3; do :; done");
    CaptureOptions options;
    options.closedWorld = closed;
    if (inFolder)
        options.privateFolder = folder.path().toStdString();
    Watched run(
        specOf({ "/bin/bash", "-c", script.toStdString(), folder.path().toStdString() }), options);
    QVERIFY(run.sees([&](const World& world) { return waitsIn(world, run.pid(), Call::Read); }));
    QCOMPARE(run.sees(inDeadlock, stuck ? 20'000 : 400), stuck);
    QVERIFY(!run.sawFinding(FindingKind::DescriptorLeak));
}

void SeclusionTest::inAClosedWorldNamesLeadToNobodyElse_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("FIFO") << QStringLiteral("alone");
    QTest::newRow("semaphores") << QStringLiteral("semaphores");
    QTest::newRow("messages") << QStringLiteral("messages");
    QTest::newRow("named queue") << QStringLiteral("named-queue");
    QTest::newRow("named semaphore") << QStringLiteral("named-semaphore");
}

void SeclusionTest::inAClosedWorldNamesLeadToNobodyElse()
{
    QFETCH(QString, way);
    Secluded one(way, Option::ClosedWorld);
    QVERIFY(one.run.sees(inDeadlock));
    QCOMPARE(one.run.world().finding(FindingKind::Deadlock)->pids, std::vector { one.run.pid() });
}

void SeclusionTest::whoStillComesEndsTheWait()
{
    QFETCH(QString, way);
    Secluded one(way, Option::ClosedWorld, true);
    QVERIFY(one.run.ends());
    QVERIFY(!one.run.sawFinding(FindingKind::Deadlock));
}

void SeclusionTest::aNameIsOpenToStrangersElse()
{
    QFETCH(QString, way);
    Secluded one(way, Option::None);
    QVERIFY(one.run.sees([&](const World& world) {
        const Process* const process = world.process(one.run.pid());
        return process && process->state() == ProcessState::Waiting;
    }));
    QVERIFY(!one.run.sees(inDeadlock, 400));
}

CAPTURE_TEST_MAIN(SeclusionTest)
#include "seclusion_test.moc"
