// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/actor.h"
#include "ipc-core/lab/solver.h"
#include "tests/lab/small_lab.h"
#include "tests/lab/told_runs.h"

#include <QTest>

#include <functional>

using namespace ipclab;
using namespace ipclab::test;

namespace {

World worldOf(const EventLog& log)
{
    World world;
    for (EventIndex i = 0; i < log.size(); ++i)
        apply(world, log[i]);
    return world;
}

// Tells into a log what a run of delayed-output shows: the programs themselves, watched, are
// checked by `ipclab check`; here it is the solver that is.
class ToldHost : public LabHost {
public:
    Story story;
    std::vector<std::string> did;
    bool lies = false; // flush has no effect
    bool leaves = false; // nothing ends

    void launch(const std::vector<LaunchPlan>& plans) override
    {
        endAll();
        const LaunchPlan& plan = plans.at(0);
        const auto told = [&](const char* word) {
            return std::ranges::find(plan.argv, word) != plan.argv.end();
        };
        did.push_back("launch " + plan.wiring[1]);
        m_living = ++m_last;
        const bool terminal = plan.wiring[1] == "terminal";
        startWriter(story, m_last, m_last, terminal ? "pty" : "pipe");
        if (terminal || told("--mode=line"))
            writeAtOnce(story, m_last, m_last, "line");
        else if (told("--mode=none"))
            writeAtOnce(story, m_last, m_last, "none");
        else if (told("--flush=yes") && !lies)
            writeAtOnce(story, m_last, m_last, "full");
        else
            story.stdio(m_last, "stdout", 1, "full", 21);
    }
    void goOn() // a second has passed: the writer that kept everything ends by itself
    {
        const World now = worldOf(story.log());
        const Process* const process = now.process(Pid { m_living });
        const Stream* const own = process ? process->streamOn(1) : nullptr;
        if (own && own->pending > 0)
            writeDelayed(story, std::exchange(m_living, 0), m_last);
    }
    void stop() override
    {
        did.emplace_back("stop");
        endAll();
    }
    void signal(Pid to, int number) override
    {
        did.push_back("signal " + std::to_string(to.value) + " " + std::to_string(number));
    }
    void type(const std::string& run, const std::string& text) override
    {
        did.push_back("type " + run + " " + text);
    }
    void closeInput(const std::string& run) override { did.push_back("close " + run); }
    void launchBeside(const LaunchPlan& plan) override { did.push_back("start " + plan.name); }
    void setReading(bool reading) override { did.push_back(reading ? "read" : "stop reading"); }
    void setHeld(Pid pid, bool held) override
    {
        did.push_back((held ? "hold " : "release ") + std::to_string(pid.value));
    }
    void step(Pid pid, Tid) override { did.push_back("step " + std::to_string(pid.value)); }
    void setSlow(unsigned slow) override { did.push_back("slow " + std::to_string(slow)); }

private:
    void endAll()
    {
        if (m_living != 0 && !leaves)
            endWriter(story, std::exchange(m_living, 0));
    }

    int m_last = 9;
    int m_living = 0;
};

void solve(Solver& solver, ToldHost& host)
{
    Nanoseconds now = 0;
    while (!solver.poll(LogView(host.story.log()), now)) {
        now += 100 * kMillisecond;
        QVERIFY(now < 1000 * kSecond);
        if (now % kSecond == 0)
            host.goOn();
    }
}

Lab delayedOutput()
{
    Lab lab = loadedLab(LABS_FOLDER "/delayed-output");
    lab.steps.resize(6); // those whose story is told here
    return lab;
}

} // namespace

class SolverTest : public QObject {
    Q_OBJECT

private slots:
    void aLabIsSolvedStepByStep();
    void whatIsNotSeenIsReportedWithItsConditions();
    void aStepThatHeldBeforeProvesNothing();
    void aWrongAnswerInTheLabIsNoticed();
    void aLivingProcessAtTheEndIsReported();
    void aSignalToNobodyCannotBeDone();
    void actionsReachTheHost();
    void aStepGoesOnUntilTheCallThatIsWanted();
    void aStepIsOverWhenAnyThreadStandsThere();
};

void SolverTest::aLabIsSolvedStepByStep()
{
    ToldHost host;
    LabRunner runner(delayedOutput(), Variant::C);
    Solver solver(runner, host, {});
    solve(solver, host);
    const SolveReport& report = solver.report();
    for (const StepReport& step : report.steps) {
        QVERIFY2(step.outcome == StepReport::Outcome::Seen, step.id.c_str());
        QVERIFY2(!step.heldBefore, step.id.c_str());
        QVERIFY(step.seenAt > 0);
    }
    QVERIFY(report.solved());
    QVERIFY(report.proved(runner.lab()));
    QCOMPARE(report.steps[0].shown, std::string("writer"));
    QCOMPARE(report.steps[2].shown, std::string("line"));
    QCOMPARE(report.steps[3].shown, std::string("read"));
    QCOMPARE(host.did,
        (std::vector<std::string> { "launch pipe", "launch terminal", "launch pipe", "launch pipe",
            "launch pipe", "stop" }));
}

void SolverTest::whatIsNotSeenIsReportedWithItsConditions()
{
    ToldHost host;
    host.lies = true;
    LabRunner runner(delayedOutput(), Variant::C);
    Solver solver(runner, host, {});
    solve(solver, host);
    const StepReport& flush = solver.report().steps.at(3);
    QCOMPARE(flush.outcome, StepReport::Outcome::NotSeen);
    QVERIFY(!flush.unmet.empty());
    QCOMPARE(flush.unmet.back(), runner.lab().steps.at(3).expect.size() - 1); // running
    QCOMPARE(solver.report().steps.at(4).outcome, StepReport::Outcome::NotTried);
    QVERIFY(!solver.report().solved());
    QCOMPARE(host.did.back(), std::string("stop"));
}

void SolverTest::aStepThatHeldBeforeProvesNothing()
{
    Lab lab = delayedOutput();
    lab.steps.resize(2);
    lab.steps[1].expect = { Condition { SwitchIs { "flush", "no" }, false, false, 0 } };
    lab.steps[1].actions.clear();
    ToldHost host;
    LabRunner runner(lab, Variant::C);
    Solver solver(runner, host, {});
    solve(solver, host);
    QVERIFY(solver.report().steps[1].heldBefore);
    QVERIFY(!solver.report().proved(lab));
}

void SolverTest::aWrongAnswerInTheLabIsNoticed()
{
    Lab lab = delayedOutput();
    lab.steps.resize(1);
    std::get<AskPlace>(*lab.steps[0].ask).answer = Place::Kernel;
    ToldHost host;
    LabRunner runner(lab, Variant::C);
    Solver solver(runner, host, {});
    solve(solver, host);
    QVERIFY(solver.report().solved());
    QVERIFY(!solver.report().steps[0].rightAnswer());
    QVERIFY(!solver.report().proved(lab));
}

void SolverTest::aLivingProcessAtTheEndIsReported()
{
    Lab lab = delayedOutput();
    lab.steps.resize(3);
    ToldHost host;
    host.leaves = true;
    LabRunner runner(lab, Variant::C);
    Solver solver(runner, host, {});
    solve(solver, host);
    QCOMPARE(solver.report().leftBehind.size(), 1U);
    QVERIFY(!solver.report().solved());
}

void SolverTest::aSignalToNobodyCannotBeDone()
{
    Lab lab = delayedOutput();
    lab.steps.resize(1);
    lab.steps[0].actions = { DoSignal { "nobody", 15 } };
    ToldHost host;
    LabRunner runner(lab, Variant::C);
    Solver solver(runner, host, {});
    solve(solver, host);
    QCOMPARE(solver.report().steps[0].outcome, StepReport::Outcome::CannotDo);
    QCOMPARE(solver.report().steps[0].action, 0U);
}

void SolverTest::actionsReachTheHost()
{
    ToldHost host;
    LabRunner runner(delayedOutput(), Variant::C);
    startWriter(host.story, 77, 3, "pipe");
    runner.update(LogView(host.story.log()), 1000);
    QVERIFY(perform(DoSignal { "writer", 10 }, runner, host, {}));
    QVERIFY(perform(DoType { "writer", "x" }, runner, host, {}));
    QVERIFY(perform(DoClose { "writer" }, runner, host, {}));
    QVERIFY(perform(DoStop {}, runner, host, {}));
    QVERIFY(perform(DoSet { "flush", "yes" }, runner, host, {}));
    QVERIFY(!perform(DoSet { "flush", "never" }, runner, host, {}));
    QCOMPARE(host.did,
        (std::vector<std::string> { "signal 77 10", "type writer x", "close writer", "stop" }));
    QCOMPARE(runner.switches().at("flush"), std::string("yes"));
}

void SolverTest::aStepGoesOnUntilTheCallThatIsWanted()
{
    Lab lab = delayedOutput();
    lab.steps.resize(1);
    lab.steps[0].ask.reset();
    lab.steps[0].actions = { DoHold { "writer", true }, DoStep { "writer", { Call::Write }, {} },
        DoStep { "writer", {}, {} }, DoStep { "writer", {}, "after" }, DoHold { {}, false } };
    ToldHost host;
    LabRunner runner(lab, Variant::C);
    startWriter(host.story, 77, 3, "pipe");
    Actor actor(runner, host, {});
    actor.begin(0);
    const auto goOn = [&] {
        runner.update(LogView(host.story.log()), 1000);
        return actor.goOn();
    };
    const auto stand = [&](const std::string& call) {
        host.story.tell(77, "thread_held", "\"call\":\"" + call + "\"");
    };
    QCOMPARE(goOn(), Actor::State::Waiting); // held, and it does not stand yet
    stand("pipe");
    QCOMPARE(goOn(), Actor::State::Waiting);
    QCOMPARE(goOn(), Actor::State::Waiting); // one is asked for once
    host.story.tell(77, "thread_released");
    QCOMPARE(goOn(), Actor::State::Waiting);
    stand("write");
    QCOMPARE(goOn(), Actor::State::Waiting); // there; and the write is let go
    host.story.tell(77, "thread_released");
    QCOMPARE(goOn(), Actor::State::Waiting);
    stand("close");
    QCOMPARE(goOn(), Actor::State::Waiting);
    host.story.tell(77, "thread_released");
    host.story.tell(77, "thread_held", R"("call":"readlink","mark":"after")");
    QCOMPARE(goOn(), Actor::State::Done);
    QCOMPARE(host.did,
        (std::vector<std::string> { "hold 77", "step 77", "step 77", "step 77", "release 0" }));
}

void SolverTest::aStepIsOverWhenAnyThreadStandsThere()
{
    Lab lab = delayedOutput();
    lab.steps.resize(1);
    lab.steps[0].ask.reset();
    lab.steps[0].actions = { DoStep { "writer", { Call::Write }, {} } };
    ToldHost host;
    LabRunner runner(lab, Variant::C);
    startWriter(host.story, 77, 3, "pipe");
    host.story.tell(77, "thread_held", R"("call":"close")"); // has stood longer
    host.story.tell(R"("pid":77,"tid":78,"event":"thread_held","call":"write")");
    Actor actor(runner, host, {});
    actor.begin(0);
    runner.update(LogView(host.story.log()), 1000);
    QCOMPARE(actor.goOn(), Actor::State::Done);
    QVERIFY(host.did.empty());
}

QTEST_GUILESS_MAIN(SolverTest)
#include "solver_test.moc"
