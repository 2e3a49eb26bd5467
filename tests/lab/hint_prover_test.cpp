// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/hint_prover.h"
#include "tests/lab/small_lab.h"
#include "tests/lab/story.h"

#include <QTest>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// A writer that is started as often as it is asked for, and ends when it is told to.
class OneWriter : public LabHost {
public:
    Story story;

    void launch(const std::vector<LaunchPlan>&) override
    {
        stop();
        m_living = ++m_last;
        story.launch(m_living, "writer", m_living, "pipe");
    }
    void launchBeside(const LaunchPlan&) override { }
    void stop() override
    {
        if (m_living != 0)
            story.tell(std::exchange(m_living, 0), "process_exited", R"("signal":"SIGTERM")");
    }
    void signal(Pid to, int) override
    {
        if (to.value == m_living)
            stop();
    }
    void type(const std::string&, const std::string&) override { }
    void closeInput(const std::string&) override { }
    void setReading(bool) override { }
    void setHeld(Pid, bool) override { }
    void step(Pid, Tid) override { }
    void setSlow(unsigned) override { }

private:
    int m_living = 0;
    int m_last = 9;
};

Condition running(bool isSo)
{
    Condition condition { IsRunning { "writer" }, !isSo };
    return condition;
}

// The steps of the small lab with other hints: `hint` in the second.
std::vector<HintAt> unreached(Hint hint)
{
    const QTemporaryDir folder;
    writeFiles(folder, smallLab());
    Lab lab = loadedLab(folder.path().toStdString());
    lab.steps.at(0).hints.clear();
    lab.steps.at(1).hints = { std::move(hint) };
    SolveReport solved;
    solved.steps.resize(2);
    solved.steps[1].reached = { false };
    OneWriter host;
    HintProver prover(lab, solved, host, {});
    Nanoseconds now = 0;
    while (!prover.poll(LogView(host.story.log()), now))
        now += 100 * kMillisecond;
    return prover.unreached();
}

} // namespace

class HintProverTest : public QObject {
    Q_OBJECT

private slots:
    void aHintAboutASwitchIsReachedBySettingIt();
    void aHintIsReachedByTheWrongPathThatTheLabGives();
    void aHintThatTheGivenPathDoesNotReachIsTold();
    void aHintWithoutAWayToItIsTold();
    void aWaitOnAHistoryIsOverWhenItHappened();
    void whatWasReachedOnTheWayNeedsNoPath();
};

void HintProverTest::aHintAboutASwitchIsReachedBySettingIt()
{
    QVERIFY(unreached({ Condition { SwitchIs { "flush", "yes" } }, "off", {} }).empty());
    QVERIFY(unreached({ Condition { SwitchIs { "output", "pipe" }, true }, "off", {} }).empty());
}

void HintProverTest::aHintIsReachedByTheWrongPathThatTheLabGives()
{
    QVERIFY(unreached({ running(true), "lives", { DoRun {} } }).empty());
}

void HintProverTest::aHintThatTheGivenPathDoesNotReachIsTold()
{
    const Condition done { HasExited { "writer", 7, 0 } };
    const auto missed = unreached({ done, "seven", { DoRun {} } });
    QCOMPARE(missed.size(), 1U);
    QCOMPARE(missed.front().step, 1U);
    QCOMPARE(missed.front().hint, 0U);
}

void HintProverTest::aHintWithoutAWayToItIsTold()
{
    QCOMPARE(unreached({ running(true), "lives", {} }).size(), 1U);
}

void HintProverTest::aWaitOnAHistoryIsOverWhenItHappened()
{
    const Condition executed { WasSeen {
        { "program_executed", { "writer", "" }, {}, 0, {} }, { 1 } } };
    const Hint hint { running(true), "lives", { DoRun {}, DoWait { executed } } };
    QVERIFY(unreached(hint).empty());
}

void HintProverTest::whatWasReachedOnTheWayNeedsNoPath()
{
    OneWriter host;
    SolveReport solved;
    solved.steps.resize(1);
    solved.steps[0].reached = { true };
    Lab lab;
    lab.steps.resize(1);
    HintProver prover(lab, solved, host, {});
    QVERIFY(prover.poll(LogView(host.story.log()), 0));
    QVERIFY(prover.unreached().empty());
}

QTEST_GUILESS_MAIN(HintProverTest)
#include "hint_prover_test.moc"
