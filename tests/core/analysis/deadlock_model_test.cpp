// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/findings.h"
#include "tests/core/analysis/deadlock_model.h"

#include <QtTest>

#include <algorithm>

using namespace ipclab;
using test::Scene;

namespace {

// Has this process a thread that nothing ever wakes?
bool hasStuckThread(const Scene& scene, const std::vector<bool>& awake, Pid pid)
{
    for (std::size_t i = 0; i < scene.threads.size(); ++i) {
        if (test::pidOf(scene.threads[i].process) == pid.value && !awake[i])
            return true;
    }
    return false;
}

// Does one wait for any child that has a grandchild with a child? That may become its own only
// after two have ended: the rule asks for one of them.
bool mayAdopt(const Scene& scene)
{
    const auto parentOf = [&](int process) {
        return process < 0 ? -1 : scene.processes[static_cast<std::size_t>(process)].parent;
    };
    return std::ranges::any_of(scene.threads, [&](const Scene::Thread& thread) {
        if (thread.doing != Scene::Doing::Waiting || thread.child >= 0)
            return false;
        for (int i = 0; i < static_cast<int>(scene.processes.size()); ++i) {
            int ancestor = parentOf(parentOf(parentOf(i)));
            while (ancestor >= 0 && ancestor != thread.process)
                ancestor = parentOf(ancestor);
            if (ancestor >= 0)
                return true;
        }
        return false;
    });
}

} // namespace

// The verdict against a model that tries everything.
class DeadlockModelTest : public QObject {
    Q_OBJECT

private slots:
    void theModelKnowsADeadlock();
    void theVerdictIsThatOfTheModel();
};

void DeadlockModelTest::theModelKnowsADeadlock()
{
    Scene scene; // one that reads from itself, and one that reads from it
    scene.processes.resize(2);
    scene.processes[0] = { -1, { 0 }, { 0, 1 } };
    scene.processes[1] = { -1, { 1 }, {} };
    scene.threads.resize(2);
    scene.threads[0] = { 0, Scene::Doing::Reading, 0, {}, -1, 0 };
    scene.threads[1] = { 1, Scene::Doing::Reading, 1, {}, -1, 0 };
    scene.full = { false, false };
    QCOMPARE(test::everAwake(scene), (std::vector { false, false }));
    scene.processes[1].writes = { 0 };
    QCOMPARE(test::everAwake(scene), (std::vector { false, false })); // they wait for each other
    scene.full[1] = true;
    QCOMPARE(test::everAwake(scene), (std::vector { true, true }));
}

void DeadlockModelTest::theVerdictIsThatOfTheModel()
{
    std::mt19937 random(20260101);
    int stuckScenes = 0;
    int mixedScenes = 0;
    int missed = 0;
    for (int i = 0; i < 5000; ++i) {
        const Scene scene = test::randomScene(random);
        const std::vector<bool> awake = test::everAwake(scene);
        const std::vector<Finding> found = deadlocks(test::worldOf(scene));
        const bool anyStuck = std::ranges::find(awake, false) != awake.end();
        // exit_group(2) ends a process whose other threads are stuck, and so may wake its parent:
        // with several threads a verdict may be missed, but is never wrong.
        const bool exact = scene.threads.size() == scene.processes.size() && !mayAdopt(scene);
        if (exact || !anyStuck)
            QVERIFY2(found.empty() != anyStuck, qPrintable(QStringLiteral("scene %1").arg(i)));
        for (const Finding& finding : found) {
            for (const Pid pid : finding.pids)
                QVERIFY2(hasStuckThread(scene, awake, pid),
                    qPrintable(QStringLiteral("scene %1, process %2").arg(i).arg(pid.value)));
        }
        stuckScenes += anyStuck ? 1 : 0;
        missed += anyStuck && found.empty() ? 1 : 0;
        mixedScenes += anyStuck && std::ranges::find(awake, true) != awake.end() ? 1 : 0;
    }
    QVERIFY(stuckScenes > 500); // the scenes are not all of one sort
    QVERIFY(stuckScenes < 4500);
    QVERIFY(mixedScenes > 200);
    QVERIFY(missed < 20);
}

QTEST_GUILESS_MAIN(DeadlockModelTest)
#include "deadlock_model_test.moc"
