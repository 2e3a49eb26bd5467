// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/attach_candidates.h"
#include "tests/capture/running.h"
#include "tests/capture/watched.h"

#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>

using namespace ipclab;
using namespace ipclab::test;

class AttachRefusalTest : public QObject {
    Q_OBJECT

private slots:
    void eachRefusalSaysWhy_data();
    void eachRefusalSaysWhy();
    void everyReasonHasAName();
    void whoIsNotThereOrNotOursIsSaidSo();
    void whoIsTracedAlreadyIsSaidSoAndByWhom();
    void whoKeepsOthersOutIsSaidSo();
    void whoCleansUpAfterUsIsSaidToBeOurs();
    void whoMayBeWatchedIsKnownBeforehandAndWhoMayNotWithWhy();
};

void AttachRefusalTest::eachRefusalSaysWhy_data()
{
    QTest::addColumn<AttachFacts>("facts");
    QTest::addColumn<AttachRefusal>("why");
    AttachFacts ours;
    ours.exists = true;
    ours.realUser = ours.effectiveUser = ours.owner = ours.us = 1000;
    const auto row = [&](const char* name, AttachRefusal why, auto change) {
        AttachFacts facts = ours;
        change(facts);
        QTest::newRow(name) << facts << why;
    };
    row("gone", AttachRefusal::Gone, [](AttachFacts& one) { one.exists = false; });
    row("zombie", AttachRefusal::Ended, [](AttachFacts& one) { one.ended = true; });
    row("kernel", AttachRefusal::Kernel, [](AttachFacts& one) { one.kernel = true; });
    row("traced", AttachRefusal::Traced, [](AttachFacts& one) { one.tracer = Pid { 5 }; });
    row("root's", AttachRefusal::NotOurs,
        [](AttachFacts& one) { one.realUser = one.effectiveUser = one.owner = 0; });
    row("setuid", AttachRefusal::Privileged,
        [](AttachFacts& one) { one.effectiveUser = one.owner = 0; });
    row("undumpable", AttachRefusal::Closed, [](AttachFacts& one) { one.owner = 0; });
    row("Yama 1", AttachRefusal::Descendants, [](AttachFacts& one) { one.scope = 1; });
    row("Yama 2", AttachRefusal::Administrator, [](AttachFacts& one) { one.scope = 2; });
    row("Yama 3", AttachRefusal::Nobody, [](AttachFacts& one) { one.scope = 3; });
    row("something else", AttachRefusal::Unknown, [](AttachFacts&) {});
}

void AttachRefusalTest::eachRefusalSaysWhy()
{
    QFETCH(AttachFacts, facts);
    QFETCH(AttachRefusal, why);
    QCOMPARE(attachRefused(facts), why);
}

void AttachRefusalTest::everyReasonHasAName()
{
    for (int i = 0; i <= static_cast<int>(AttachRefusal::Unknown); ++i) {
        const auto one = static_cast<AttachRefusal>(i);
        QCOMPARE(attachRefusalNamed(name(one)), std::optional(one));
    }
}

void AttachRefusalTest::whoIsNotThereOrNotOursIsSaidSo()
{
    Watched nobody(Pid { 0x3fffff }, {});
    QCOMPARE(nobody.error()->subject, std::string("gone"));
    QCOMPARE(nobody.error()->number, ESRCH);
    Watched self(Pid { getpid() }, {});
    QCOMPARE(self.error()->subject, std::string("ourselves"));
    if (attachCandidate(Pid { 1 }).value_or(AttachCandidate {}).ours)
        QSKIP("the first process is ours here, and would be attached to");
    Watched first(Pid { 1 }, {});
    QCOMPARE(first.error()->subject, std::string("not_ours"));
    QCOMPARE(first.error()->number, EPERM);
    QVERIFY(first.ends());
    QVERIFY(all<ProcessStarted>(first.log(), Pid { 1 }).empty());
}

void AttachRefusalTest::whoIsTracedAlreadyIsSaidSoAndByWhom()
{
    Running program({ QString::fromStdString(tracee("attached")) });
    Watched one(program.pid(), {});
    QVERIFY(!one.error());
    Watched other(program.pid(), {});
    QVERIFY(other.error()->subject.starts_with("traced "));
    std::optional<Error> again;
    std::atomic<bool> told = false;
    one.capture().attach(program.pid(), [&](const Result<Pid>& pid) {
        again = pid ? std::nullopt : std::optional(pid.error());
        told = true;
    });
    QTRY_VERIFY(told);
    QCOMPARE(again->subject, std::string("watched"));
}

void AttachRefusalTest::whoKeepsOthersOutIsSaidSo()
{
    Running program({ QString::fromStdString(tracee("attached")), QStringLiteral("closed") });
    QTRY_COMPARE(program.state(), 'S');
    Watched run(program.pid(), {});
    QVERIFY(run.error());
    QCOMPARE(run.error()->subject, std::string("closed"));
    program.send("on");
    QVERIFY(program.says("on"));
}

void AttachRefusalTest::whoCleansUpAfterUsIsSaidToBeOurs()
{
    Running janitor({ QStringLiteral("/usr/bin/python3"), QStringLiteral("-c"),
        QStringLiteral("import time\n"
                       "open('/proc/self/comm', 'w').write('ipclab-janitor')\n"
                       "time.sleep(1000)") });
    const auto candidate = [&] { return attachCandidate(janitor.pid()).value(); };
    QTRY_COMPARE(candidate().name, std::string(kJanitorName));
    QCOMPARE(obstacleOf(candidate()), std::string("ourselves"));
    Watched run(janitor.pid(), {});
    QVERIFY(run.error());
    QCOMPARE(run.error()->subject, std::string("ourselves"));
}

void AttachRefusalTest::whoMayBeWatchedIsKnownBeforehandAndWhoMayNotWithWhy()
{
    Running free({ QString::fromStdString(tracee("attached")) });
    Running closed({ QString::fromStdString(tracee("attached")), QStringLiteral("closed") });
    Running traced({ QString::fromStdString(tracee("attached")) });
    Watched run(traced.pid(), {});
    QVERIFY(!run.error());
    const auto nameOf = [](Pid pid) {
        const auto one = attachCandidate(pid);
        return one ? one->name : std::string();
    };
    QTRY_COMPARE(nameOf(free.pid()), std::string("attached")); // no shell any more
    QTRY_COMPARE(closed.state(), 'S');
    const std::vector<AttachCandidate> all = attachCandidates();
    const auto found = [&](Pid pid) {
        const auto one = std::ranges::find(all, pid, &AttachCandidate::pid);
        return one == all.end() ? AttachCandidate {} : *one;
    };
    QCOMPARE(found(free.pid()).name, std::string("attached"));
    QVERIFY(found(free.pid()).ours);
    QVERIFY(!found(free.pid()).refusal);
    QVERIFY(found(free.pid()).started > 0);
    QCOMPARE(found(free.pid()).parentName, std::string("sh"));
    QVERIFY(found(closed.pid()).refusal == AttachRefusal::Closed);
    QVERIFY(found(traced.pid()).refusal == AttachRefusal::Watched); // by this very program
    QVERIFY(found(Pid { getpid() }).refusal == AttachRefusal::Ourselves);
    if (!found(Pid { 1 }).ours)
        QVERIFY(found(Pid { 1 }).refusal == AttachRefusal::NotOurs);
    QVERIFY(std::ranges::none_of(
        all, [](const auto& one) { return one.refusal == AttachRefusal::Kernel; }));
    const auto again = attachCandidate(free.pid());
    QVERIFY(again && again->started == found(free.pid()).started);
    QVERIFY(!attachCandidate(Pid { 0x3fffff }));
    run.drop();
    free.send("on"); // to be looked at is nothing
    QVERIFY(free.says("on"));
}

// As anybody but root, who may do all.
int main(int argc, char** argv)
{
    constexpr unsigned kNobody = 65534;
    if (geteuid() == 0
        && (setresgid(kNobody, kNobody, kNobody) != 0 || setresuid(kNobody, kNobody, kNobody) != 0))
        return 1;
    prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    ipclab::prepareProcess();
    const QCoreApplication app(argc, argv);
    AttachRefusalTest tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "attach_refusal_test.moc"
