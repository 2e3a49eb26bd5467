// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/side_by_side.h"

#include <map>

using namespace ipclab;
using namespace ipclab::test;

// Whom a number means: in another namespace, before it is heard of, and when it is used again.
class PidsTest : public QObject {
    Q_OBJECT

private slots:
    void inAPidNamespaceOthersNumbersAreUnderstood();
    void whoSendsASignalIsKnownBeforeItComes_data();
    void whoSendsASignalIsKnownBeforeItComes();
    void aNumberUsedAgainIsAnotherProcess();

private:
    std::unique_ptr<Watched> m_run;
};

void PidsTest::inAPidNamespaceOthersNumbersAreUnderstood()
{
    const std::vector<std::string> unshare { "unshare", "-Urpf", "/bin/sh", "-c",
        "/bin/sleep 30 & kill $!; wait $!; echo $$ $?; /bin/true; (exit 3); echo $?" };
    if (alone({ "unshare", "-Urpf", "true" }) != "-> 0")
        QSKIP("a process may not make a pid namespace here");
    QCOMPARE(watched(unshare, m_run), std::string("1 143\n3\n-> 0"));
    Watched& run = *m_run;
    const std::vector<Pid> children = run.children();
    QVERIFY(children.size() >= 3);
    const Pid shell = children.at(0);
    const auto sent = all<SignalSent>(run.log(), shell);
    QCOMPARE(sent.size(), std::size_t { 1 });
    QCOMPARE(sent.front().body->to, children.at(1));
    for (std::size_t i = 1; i < children.size(); ++i) {
        const auto reaped = all<ProcessReaped>(run.log(), children.at(i));
        QCOMPARE(reaped.size(), std::size_t { 1 });
        QCOMPARE(reaped.front().body->by, shell);
    }
    QVERIFY(all<ProcessAdopted>(run.log()).empty());
}

void PidsTest::whoSendsASignalIsKnownBeforeItComes_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::newRow("as it is") << QStringList {};
    QTest::newRow("in a pid namespace")
        << QStringList { QStringLiteral("unshare"), QStringLiteral("-Urpf") };
}

void PidsTest::whoSendsASignalIsKnownBeforeItComes()
{
    QFETCH(QStringList, before);
    if (!before.empty() && alone({ "unshare", "-Urpf", "true" }) != "-> 0")
        QSKIP("a process may not make a pid namespace here");
    for (int round = 0; round < 5; ++round) {
        std::vector<std::string> command { tracee("odd"), "sends" };
        for (auto word = before.crbegin(); word != before.crend(); ++word)
            command.insert(command.begin(), word->toStdString());
        watched(command, m_run);
        const auto sent = all<SignalSent>(m_run->log());
        QCOMPARE(sent.size(), std::size_t { 4 });
        for (const auto& one : sent) {
            const auto came = all<SignalDelivered>(m_run->log(), one.body->to);
            QCOMPARE(came.size(), std::size_t { 1 });
            QVERIFY(one.index < came.front().index);
        }
    }
}

void PidsTest::aNumberUsedAgainIsAnotherProcess()
{
    // Such numbers can be asked for by root, and by anybody in a namespace of its own.
    if (alone({ tracee("odd"), "same-number" }) != "4\n-> 0")
        QSKIP("numbers cannot be asked for here");
    const std::string printed = watched({ tracee("odd"), "same-number" }, m_run);
    QCOMPARE(printed, std::string("4\n-> 0"));
    std::map<Pid, std::vector<int>> codes;
    for (const auto& one : all<ProcessExited>(m_run->log()))
        codes[one.event->pid].push_back(one.body->code.value_or(-1));
    const Pid again = m_run->children().front();
    QCOMPARE(codes.at(again), (std::vector { 0, 1, 2, 3 }));
    QCOMPARE(all<ProcessStarted>(m_run->log(), again).size(), std::size_t { 4 });
    QCOMPARE(all<ProcessReaped>(m_run->log(), again).size(), std::size_t { 4 });
    QCOMPARE(m_run->world().process(again)->ending->code, std::optional(3));
}

CAPTURE_TEST_MAIN(PidsTest)
#include "pids_test.moc"
