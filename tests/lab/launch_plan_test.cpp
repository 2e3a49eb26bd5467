// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/launch_plan.h"
#include "tests/lab/small_lab.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <filesystem>

using namespace ipclab;
using namespace ipclab::test;

// What is built and launched of a lab.
class LaunchPlanTest : public QObject {
    Q_OBJECT

private slots:
    void switchesBecomeArgumentsAndWirings();
    void aValueWithAPythonFlagGoesToTheInterpreter();
    void everyCFileIsBuiltOnce();
    void aProgramIsBuiltAgainWhenWhatItIncludesHasChanged();
    void aMissingProgramOfTheMachineIsNamed();
};

void LaunchPlanTest::switchesBecomeArgumentsAndWirings()
{
    const QTemporaryDir folder;
    writeFiles(folder, smallLab());
    const Lab lab = loadedLab(folder.path().toStdString());
    SwitchValues values = defaultSwitches(lab);
    values["output"] = "terminal";
    values["flush"] = "yes";
    const auto plans = launchPlans(lab, Variant::C, values, { lab.folder, "/cache" });
    QCOMPARE(plans.size(), 1U);
    QCOMPARE(plans[0].argv, (std::vector<std::string> { "./writer", "--flush=yes" }));
    QCOMPARE(plans[0].folder, std::string("/cache"));
    QCOMPARE(plans[0].wiring[1], std::string("terminal"));
    QVERIFY(!launchesLater(lab));
    Lab waits = lab;
    waits.runs.front().later = true;
    QVERIFY(launchesLater(waits));
    waits = lab;
    waits.steps.emplace_back().actions.push_back(DoRun { lab.runs.front().name });
    QVERIFY(launchesLater(waits));
    QCOMPARE(launchPlans(lab, Variant::C, {}, {})[0].wiring[0], std::string("terminal"));
    QCOMPARE(
        launchPlans(lab, Variant::Python, {}, { "/mine", "" })[0].folder, std::string("/mine"));
}

void LaunchPlanTest::aValueWithAPythonFlagGoesToTheInterpreter()
{
    const Lab lab = loadedLab(LABS_FOLDER "/delayed-output");
    SwitchValues values = defaultSwitches(lab);
    values["mode"] = "none";
    const auto python = launchPlans(lab, Variant::Python, values, {})[0];
    QCOMPARE(python.argv.at(1), std::string("-u"));
    QVERIFY(std::ranges::find(python.argv, "--mode=none") == python.argv.end());
    QCOMPARE(python.environment, (std::vector<std::string> { "PYTHONUNBUFFERED=" }));
    const auto c = launchPlans(lab, Variant::C, values, {})[0];
    QVERIFY(std::ranges::find(c.argv, "--mode=none") != c.argv.end());
    QCOMPARE(c.wiring[1], std::string("pipe"));
}

void LaunchPlanTest::everyCFileIsBuiltOnce()
{
    const QTemporaryDir built;
    const ProgramFolders folders { LABS_FOLDER "/endless-dialog", built.path().toStdString() };
    const auto steps = buildSteps(folders);
    QCOMPARE(steps.size(), 2U);
    QCOMPARE(steps[0].output, folders.built + "/child");
    QCOMPARE(steps[0].argv.front(), std::string("cc"));
    QCOMPARE(steps[0].argv.back(), steps[0].source);
    QVERIFY(needsBuild(steps[0]));
    writeFiles(built, { { "child", "" } });
    QVERIFY(!needsBuild(steps[0]));
}

void LaunchPlanTest::aProgramIsBuiltAgainWhenWhatItIncludesHasChanged()
{
    const QTemporaryDir sources;
    const QTemporaryDir built;
    writeFiles(sources, { { "child.c", "" }, { "mark.h", "" }, { "notes.txt", "" } });
    writeFiles(built, { { "child", "" } });
    const BuildStep step
        = buildSteps({ sources.path().toStdString(), built.path().toStdString() }).at(0);
    const auto changed = [&](const char* file, int secondsAgo) {
        std::filesystem::last_write_time(sources.filePath(QLatin1String(file)).toStdString(),
            std::filesystem::last_write_time(step.output) - std::chrono::seconds(secondsAgo));
    };
    changed("child.c", 60);
    changed("mark.h", 60);
    changed("notes.txt", -60);
    QVERIFY(!needsBuild(step));
    changed("mark.h", -60);
    QVERIFY(needsBuild(step));
}

void LaunchPlanTest::aMissingProgramOfTheMachineIsNamed()
{
    const QByteArray path = qgetenv("PATH");
    const Lab lab = loadedLab(LABS_FOLDER "/endless-dialog");
    qputenv("PATH", "/nowhere");
    const auto python = missingPrograms(lab, Variant::Python);
    const auto c = missingPrograms(lab, Variant::C);
    qputenv("PATH", path);
    QCOMPARE(python, (std::vector<std::string> { "python3" }));
    QCOMPARE(c, (std::vector<std::string> { "cc" }));
    QVERIFY(missingPrograms(lab, Variant::C).empty());
}

QTEST_GUILESS_MAIN(LaunchPlanTest)
#include "launch_plan_test.moc"
