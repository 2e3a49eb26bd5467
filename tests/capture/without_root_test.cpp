// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include <semaphore.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr uid_t kNobody = 65534;

bool inDeadlock(const World& world)
{
    return world.finding(FindingKind::Deadlock) != nullptr;
}

} // namespace

// A user sees no memory of the processes of others, and some of them always run.
class WithoutRootTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void whoWasThereBeforeDoesNotKnowANameThatIsGone();
    void inAClosedWorldNobodyElseComesByAName();
};

void WithoutRootTest::initTestCase()
{
    if (geteuid() == 0)
        QCOMPARE(setresuid(kNobody, kNobody, kNobody), 0);
    prctl(PR_SET_DUMPABLE, 1); // so that what is /proc/self is ours again
    if (access(tracee("stuck").c_str(), X_OK) != 0)
        QSKIP("the build is in a folder that only root may enter");
}

void WithoutRootTest::whoWasThereBeforeDoesNotKnowANameThatIsGone()
{
    Watched run({ tracee("stuck"), "unlinked-semaphore" });
    QVERIFY(run.sees(inDeadlock));
}

void WithoutRootTest::inAClosedWorldNobodyElseComesByAName()
{
    CaptureOptions options;
    options.closedWorld = true;
    Watched run(specOf({ tracee("secluded"), "named-semaphore", "." }), options);
    QVERIFY(run.sees(inDeadlock));
    sem_unlink(("/ipclab-secluded-" + std::to_string(run.pid().value)).c_str());
}

CAPTURE_TEST_MAIN(WithoutRootTest)
#include "without_root_test.moc"
