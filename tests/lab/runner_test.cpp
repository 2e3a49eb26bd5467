// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/lab_runner.h"
#include "ipc-core/log/session_file.h"
#include "tests/lab/small_lab.h"
#include "tests/lab/told_runs.h"

#include <QTest>

#include <algorithm>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr EventIndex kAll = 1'000'000;

Lab delayedOutput()
{
    Lab lab = loadedLab(LABS_FOLDER "/delayed-output");
    lab.steps.resize(6); // those whose story is told here
    return lab;
}

} // namespace

class RunnerTest : public QObject {
    Q_OBJECT

private slots:
    void aRunBeforeThePredictionDoesNotCount();
    void aStepIsTickedByWhatTheKernelShows();
    void aPredictionMayBeChangedOnlyBeforeItsRun();
    void aDoneStepStaysDone();
    void theVerdictIsTheSameHoweverLateItLooks();
    void aWrongPredictionIsKeptAndTheShownAnswerTold();
    void hintsDependOnTheSwitches();
    void switchesKnowTheirValues();
    void resetStartsFromTheFirstStep();
    void aRecordedSessionTicksTheSameSteps();
    void theLearnerMayTryTheWrongThingFirst();
    void aLabThatChangesKeepsWhatWasDone();
    void newWordsDisturbNothing();
};

void RunnerTest::aRunBeforeThePredictionDoesNotCount()
{
    Story story;
    LabRunner runner(delayedOutput(), Variant::C);
    QVERIFY(runner.needsPrediction());
    startWriter(story, 10, 1, "pipe");
    story.stdio(10, "stdout", 1, "full", 21);
    runner.update(LogView(story.log()), kAll);
    QVERIFY(!runner.step(0).done);
    QVERIFY(runner.predict("writer"));
    story.stdio(10, "stdout", 1, "full", 28);
    runner.update(LogView(story.log()), kAll);
    QVERIFY(!runner.step(0).done); // it is still the run from before
    endWriter(story, 10);
    startWriter(story, 11, 2, "pipe");
    story.stdio(11, "stdout", 1, "full", 21);
    runner.update(LogView(story.log()), kAll);
    QVERIFY(runner.step(0).done);
}

void RunnerTest::aStepIsTickedByWhatTheKernelShows()
{
    Story story;
    LabRunner runner(delayedOutput(), Variant::C);
    runner.predict("writer");
    startWriter(story, 10, 1, "pipe");
    story.stdio(10, "stdout", 1, "full", 7);
    runner.update(LogView(story.log()), kAll);
    QCOMPARE(runner.current(), std::optional<std::size_t>(0));
    QCOMPARE(runner.expectations(), (std::vector<bool> { false, true, true }));
    story.stdio(10, "stdout", 1, "full", 14);
    runner.update(LogView(story.log()), kAll);
    QVERIFY(runner.step(0).done);
    QCOMPARE(runner.step(0).seenAfter, story.log().size());
    QCOMPARE(runner.step(0).seenAt, runner.world().now);
    QCOMPARE(runner.step(0).shown, std::string("writer"));
    QCOMPARE(runner.current(), std::optional<std::size_t>(1));
}

void RunnerTest::aPredictionMayBeChangedOnlyBeforeItsRun()
{
    Story story;
    LabRunner runner(delayedOutput(), Variant::C);
    QVERIFY(!runner.predict("nowhere"));
    QVERIFY(runner.predict("kernel"));
    QVERIFY(runner.predict("read"));
    startWriter(story, 10, 1, "pipe");
    runner.update(LogView(story.log()), kAll);
    QVERIFY(runner.runBegan());
    QVERIFY(!runner.predict("writer"));
    QCOMPARE(runner.step(0).prediction, std::string("read"));
}

void RunnerTest::aDoneStepStaysDone()
{
    Story story;
    LabRunner runner(delayedOutput(), Variant::C);
    runner.predict("writer");
    startWriter(story, 10, 1, "pipe");
    story.stdio(10, "stdout", 1, "full", 21);
    endWriter(story, 10);
    runner.update(LogView(story.log()), kAll);
    QVERIFY(runner.step(0).done);
    const StepState seen = runner.step(0);
    startWriter(story, 11, 2, "pipe");
    runner.update(LogView(story.log()), kAll);
    QCOMPARE(runner.step(0), seen);
}

void RunnerTest::theVerdictIsTheSameHoweverLateItLooks()
{
    Story story;
    startWriter(story, 10, 1, "pipe");
    story.stdio(10, "stdout", 1, "full", 21);
    story.stdio(10, "stdout", 1, "full", 0); // true for a moment only
    endWriter(story, 10);
    LabRunner late(delayedOutput(), Variant::C);
    late.predict("writer");
    QCOMPARE(late.update(LogView(story.log()), kAll), story.log().size());
    LabRunner often(delayedOutput(), Variant::C);
    often.predict("writer");
    while (often.update(LogView(story.log()), 1) > 0) { }
    QVERIFY(late.step(0).done);
    QCOMPARE(late.step(0), often.step(0));
    QCOMPARE(late.world(), often.world());
}

void RunnerTest::aWrongPredictionIsKeptAndTheShownAnswerTold()
{
    Story story;
    LabRunner runner(delayedOutput(), Variant::C);
    runner.predict("kernel");
    startWriter(story, 10, 1, "pipe");
    story.stdio(10, "stdout", 1, "full", 21);
    runner.update(LogView(story.log()), kAll);
    QVERIFY(runner.step(0).done);
    QCOMPARE(runner.step(0).prediction, std::string("kernel"));
    QCOMPARE(runner.step(0).shown, std::string("writer"));
}

void RunnerTest::hintsDependOnTheSwitches()
{
    LabRunner runner(delayedOutput(), Variant::C);
    QCOMPARE(runner.hints(), std::vector<std::string>());
    runner.setSwitch("flush", "yes");
    runner.setSwitch("mode", "none");
    QCOMPARE(runner.hints(), (std::vector<std::string> { "flush-off", "mode-auto" }));
}

void RunnerTest::switchesKnowTheirValues()
{
    LabRunner runner(delayedOutput(), Variant::C);
    QVERIFY(!runner.setSwitch("flush", "perhaps"));
    QVERIFY(!runner.setSwitch("flash", "yes"));
    QVERIFY(runner.setSwitch("output", "fifo"));
    QCOMPARE(runner.switches().at("output"), std::string("fifo"));
    QCOMPARE(runner.switches().at("flush"), std::string("no"));
}

void RunnerTest::resetStartsFromTheFirstStep()
{
    Story story;
    LabRunner runner(delayedOutput(), Variant::C);
    runner.setSwitch("flush", "yes");
    runner.predict("writer");
    startWriter(story, 10, 1, "pipe");
    story.stdio(10, "stdout", 1, "full", 21);
    runner.update(LogView(story.log()), kAll);
    QVERIFY(runner.step(0).done);
    runner.reset();
    QCOMPARE(runner.step(0), StepState {});
    QCOMPARE(runner.switches().at("flush"), std::string("no"));
    QVERIFY(runner.needsPrediction());
}

void RunnerTest::aRecordedSessionTicksTheSameSteps()
{
    Story story;
    startWriter(story, 10, 1, "pipe");
    writeDelayed(story, 10, 1);
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("run.jsonl")).toStdString();
    auto writer = SessionWriter::create(path, {});
    QVERIFY(writer.ok());
    QVERIFY(writer->writeNew(LogView(story.log())).ok());
    QVERIFY(writer->close({}).ok());
    const auto session = readSession(path);
    QVERIFY(session.ok());
    for (const EventLog* const log :
        { &story.log(), static_cast<const EventLog*>(session->log.get()) }) {
        LabRunner runner(delayedOutput(), Variant::C);
        runner.predict("writer");
        while (!runner.step(0).done)
            QCOMPARE(runner.update(LogView(*log), 1), 1U);
        runner.predict("one");
        runner.update(LogView(*log), kAll);
        QVERIFY(runner.step(1).done);
        QCOMPARE(runner.current(), std::optional<std::size_t>(2));
    }
}

void RunnerTest::theLearnerMayTryTheWrongThingFirst()
{
    Story story;
    LabRunner runner(delayedOutput(), Variant::C);
    runner.predict("writer");
    startWriter(story, 10, 1, "pty"); // on a terminal nothing stays
    writeAtOnce(story, 10, 1, "line");
    runner.update(LogView(story.log()), kAll);
    QVERIFY(!runner.step(0).done);
    endWriter(story, 10);
    startWriter(story, 11, 2, "pipe");
    story.stdio(11, "stdout", 1, "full", 14);
    runner.update(LogView(story.log()), kAll);
    QVERIFY(runner.step(0).done);
}

void RunnerTest::aLabThatChangesKeepsWhatWasDone()
{
    Story story;
    LabRunner runner(delayedOutput(), Variant::C);
    runner.setSwitch("every", "100ms");
    runner.predict("writer");
    startWriter(story, 10, 1, "pipe");
    story.stdio(10, "stdout", 1, "full", 21);
    runner.update(LogView(story.log()), kAll);
    QVERIFY(runner.step(0).done);

    Lab changed = delayedOutput();
    std::rotate(changed.steps.begin(), changed.steps.begin() + 1, changed.steps.end());
    changed.switches.erase(changed.switches.begin()); // "output"
    const std::size_t last = changed.steps.size() - 1; // what was the first
    const std::string first = changed.steps.front().id;
    runner.replaceLab(changed, false);
    QCOMPARE(runner.current(), std::optional<std::size_t>(0));
    QCOMPARE(runner.lab().steps.front().id, first);
    QVERIFY(runner.step(last).done);
    QCOMPARE(runner.step(last).prediction, std::string("writer"));
    QCOMPARE(runner.switches().at("every"), std::string("100ms"));
    QVERIFY(!runner.switches().contains("output"));

    changed.steps.erase(changed.steps.begin(), changed.steps.end() - 1);
    runner.replaceLab(changed, false); // only what is done is left
    QCOMPARE(runner.current(), std::nullopt);
    runner.update(LogView(story.log()), kAll);
}

void RunnerTest::newWordsDisturbNothing()
{
    Story story;
    LabRunner runner(delayedOutput(), Variant::C);
    runner.predict("writer");
    startWriter(story, 10, 1, "pipe");
    runner.update(LogView(story.log()), kAll);
    QVERIFY(runner.runBegan());
    Lab changed = delayedOutput();
    changed.guides["en"].title = "Another";
    runner.replaceLab(changed, true);
    QVERIFY(runner.runBegan());
    QCOMPARE(runner.lab().guideIn("en").title, std::string("Another"));
    story.stdio(10, "stdout", 1, "full", 21); // of the same run
    runner.update(LogView(story.log()), kAll);
    QVERIFY(runner.step(0).done);
}

QTEST_GUILESS_MAIN(RunnerTest)
#include "runner_test.moc"
