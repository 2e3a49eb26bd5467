// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/distribution.h"
#include "app/machine_check.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <cerrno>

using namespace ipclab;

// What is asked of the machine, and of this one.
class MachineTest : public QObject {
    Q_OBJECT

private slots:
    void theDistributionIsKnownByItsFile_data();
    void theDistributionIsKnownByItsFile();
    void whatIsTypedToInstall();
    void versionsAreFound_data();
    void versionsAreFound();
    void aRefusalIsUnderstood_data();
    void aRefusalIsUnderstood();
    void thisMachineIsLookedAtTwice();
    void whatIsNotOnPathIsMissing();
    void whatDoesNotWorkIsNotSaidToWork();
    void whoAnswersNeverIsGivenUp();
};

void MachineTest::theDistributionIsKnownByItsFile_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("tool");
    const auto row = [](const char* name, const char* file, PackageTool tool) {
        QTest::newRow(name) << QByteArray(file) << static_cast<int>(tool);
    };
    row("debian", "PRETTY_NAME=\"Debian\"\nID=debian\nVERSION_ID=\"12\"\n", PackageTool::Apt);
    row("mint", "ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", PackageTool::Apt);
    row("pop", "ID=pop\nID_LIKE=\"ubuntu debian\"\n", PackageTool::Apt);
    row("fedora", "ID=fedora\n", PackageTool::Dnf);
    row("rocky", "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", PackageTool::Dnf);
    row("arch", "ID=arch\n", PackageTool::Pacman);
    row("endeavour", "ID=endeavouros\nID_LIKE='arch'\n", PackageTool::Pacman);
    row("tumbleweed", "ID=\"opensuse-tumbleweed\"\nID_LIKE=\"opensuse suse\"\n",
        PackageTool::Zypper);
    row("alpine", "ID=alpine\n", PackageTool::Apk);
    row("another", "ID=haiku\nVARIANT_ID=debian\n", PackageTool::Unknown);
    row("none", "", PackageTool::Unknown);
}

void MachineTest::theDistributionIsKnownByItsFile()
{
    QFETCH(QByteArray, file);
    QFETCH(int, tool);
    QCOMPARE(static_cast<int>(packageToolIn(file)), tool);
}

void MachineTest::whatIsTypedToInstall()
{
    QCOMPARE(installCommand(QStringLiteral("python3"), PackageTool::Apt, false),
        QStringLiteral("sudo apt install python3"));
    QCOMPARE(installCommand(QStringLiteral("python3"), PackageTool::Apt, true),
        QStringLiteral("apt install python3"));
    QCOMPARE(installCommand(QStringLiteral("cc"), PackageTool::Pacman, false),
        QStringLiteral("sudo pacman -S base-devel"));
    QCOMPARE(installCommand(QStringLiteral("cc"), PackageTool::Apk, false),
        QStringLiteral("doas apk add build-base"));
    QVERIFY(installCommand(QStringLiteral("cc"), PackageTool::Unknown, false).isEmpty());
    QVERIFY(installCommand(QStringLiteral("rm"), PackageTool::Apt, false).isEmpty());
}

void MachineTest::versionsAreFound_data()
{
    QTest::addColumn<QString>("version");
    const auto row = [](const char* said, const char* version) {
        QTest::newRow(said) << QString::fromLatin1(version);
    };
    row("Python 3.11.2\n", "3.11.2");
    row("Python 3.14.0rc1\n", "3.14.0rc1");
    row("cc (Debian 12.2.0-14+deb12u1) 12.2.0\nCopyright (C) 2022", "12.2.0");
    row("Debian clang version 14.0.6", "14.0.6");
    row("Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.2.1 bits=64", "7.0.15");
    row("OpenSSL 3.0.15 3 Sep 2024 (Library: OpenSSL 3.0.15 3 Sep 2024)", "3.0.15");
    row("no number", "");
}

void MachineTest::versionsAreFound()
{
    QFETCH(QString, version);
    QCOMPARE(versionIn(QString::fromLatin1(QTest::currentDataTag())), version);
}

void MachineTest::aRefusalIsUnderstood_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<int>("scope");
    QTest::addColumn<bool>("filtered");
    QTest::addColumn<int>("obstacle");
    const auto row
        = [](const char* name, const char* step, int scope, bool filtered, WatchObstacle obstacle) {
              QTest::newRow(name) << QString::fromLatin1(step) << scope << filtered
                                  << static_cast<int>(obstacle);
          };
    row("yama 2", "ptrace", 2, false, WatchObstacle::Yama);
    row("yama 2 in a container", "ptrace", 2, true, WatchObstacle::Yama);
    row("yama 3", "ptrace", 3, false, WatchObstacle::YamaForGood);
    row("container", "ptrace", 1, true, WatchObstacle::Container);
    row("without yama", "ptrace", -1, true, WatchObstacle::Container);
    row("kernel", "kernel", 1, true, WatchObstacle::Kernel);
    row("something else", "fork", 1, false, WatchObstacle::Other);
}

void MachineTest::aRefusalIsUnderstood()
{
    QFETCH(QString, step);
    QFETCH(int, scope);
    QFETCH(bool, filtered);
    QFETCH(int, obstacle);
    const PartFact fact = watchingFact(Error { EPERM, step.toStdString(), {} }, scope, filtered);
    QCOMPARE(static_cast<int>(fact.obstacle), obstacle);
    QVERIFY(fact.state == PartState::NotAllowed);
    QVERIFY(watchingFact(Done {}, scope, filtered) == PartFact { MachinePart::Watching });
}

void MachineTest::thisMachineIsLookedAtTwice()
{
    MachineCheck check;
    const QSignalSpy done(&check, &MachineCheck::done);
    for (int time = 1; time <= 2; ++time) {
        check.start({ { MachinePart::Python, 34 } });
        QVERIFY(check.looking());
        QTRY_COMPARE_WITH_TIMEOUT(done.count(), time, 30'000);
        QVERIFY(!check.looking());
        QCOMPARE(check.facts().parts.size(), 5U);
        QVERIFY(!check.facts().watchingFails());
        const PartFact& python = *check.facts().find(MachinePart::Python);
        QVERIFY(python.state == PartState::Works || python.state == PartState::Untried);
        QVERIFY2(python.version.startsWith(QStringLiteral("3.")), qPrintable(python.version));
        QCOMPARE(python.labs, 34);
        QVERIFY(check.facts().find(MachinePart::Compiler)->state == PartState::Works);
    }
}

namespace {

// All that is found while it lives is in that folder.
class OnlyThere {
public:
    explicit OnlyThere(const QTemporaryDir& folder)
    {
        qputenv("PATH", QFile::encodeName(folder.path()));
    }
    ~OnlyThere() { qputenv("PATH", m_before); }
    OnlyThere(const OnlyThere&) = delete;
    OnlyThere& operator=(const OnlyThere&) = delete;

private:
    QByteArray m_before = qgetenv("PATH");
};

void makeProgram(const QTemporaryDir& folder, const char* name, const QByteArray& script)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + script);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

MachineFacts factsNow()
{
    MachineCheck check;
    const QSignalSpy done(&check, &MachineCheck::done);
    check.start({});
    return QTest::qWaitFor([&] { return done.count() == 1; }, 30'000) ? check.facts()
                                                                      : MachineFacts {};
}

} // namespace

void MachineTest::whatIsNotOnPathIsMissing()
{
    const QTemporaryDir empty;
    const OnlyThere there(empty);
    const MachineFacts facts = factsNow();
    for (const MachinePart part :
        { MachinePart::Python, MachinePart::Compiler, MachinePart::Redis, MachinePart::OpenSsl }) {
        QVERIFY(facts.find(part)->state == PartState::Missing);
        QCOMPARE(facts.find(part)->remedy.isEmpty(), packageToolHere() == PackageTool::Unknown);
    }
}

void MachineTest::whatDoesNotWorkIsNotSaidToWork()
{
    const QTemporaryDir folder;
    makeProgram(folder, "python3", "echo Python 3.20.1\n");
    makeProgram(folder, "cc", "[ \"$1\" = --version ] && echo cc 9.1.0\n"); // no headers
    makeProgram(folder, "redis-server", "exit 127\n");
    const OnlyThere there(folder);
    const MachineFacts facts = factsNow();
    QVERIFY(facts.find(MachinePart::Python)->state == PartState::Untried);
    QCOMPARE(facts.find(MachinePart::Python)->version, QStringLiteral("3.20.1"));
    QVERIFY(facts.find(MachinePart::Compiler)->state == PartState::Broken);
    QCOMPARE(facts.find(MachinePart::Compiler)->version, QStringLiteral("9.1.0"));
    QVERIFY(facts.find(MachinePart::Redis)->state == PartState::Broken);
}

void MachineTest::whoAnswersNeverIsGivenUp()
{
    const QTemporaryDir folder;
    makeProgram(folder, "python3", "while :; do :; done\n");
    const OnlyThere there(folder);
    QElapsedTimer clock;
    {
        MachineCheck check;
        check.start({});
        clock.start();
    } // closed at once: nobody waits for the answer
    QVERIFY(clock.elapsed() < 8'000);
}

QTEST_GUILESS_MAIN(MachineTest)
#include "machine_test.moc"
