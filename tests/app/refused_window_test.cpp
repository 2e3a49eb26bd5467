// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notice_bar.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "views/machine/machine_row.h"
#include "views/machine/machine_sheet.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstddef>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// As a container without CAP_SYS_PTRACE does: ptrace(2) is refused from now on, to this process and
// its children; seccomp(2).
bool refusePtrace()
{
    constexpr auto kNumber = static_cast<unsigned>(offsetof(seccomp_data, nr));
    sock_filter program[] = {
        { BPF_LD | BPF_W | BPF_ABS, 0, 0, kNumber },
        { BPF_JMP | BPF_JEQ | BPF_K, 0, 1, SYS_ptrace },
        { BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EPERM },
        { BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW },
    };
    const sock_fprog filter { static_cast<unsigned short>(std::size(program)), program };
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

} // namespace

// A machine that does not let us watch: said at the start, with what to do, and the window goes on.
class RefusedWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(refusePtrace()); }
    void aRefusalIsSaidAtOnceWithAWayToTheSheet();
};

void RefusedWindowTest::aRefusalIsSaidAtOnceWithAWayToTheSheet()
{
    Settings().setTourSeen();
    MainWindow window({ {}, QStringLiteral("en"), false, {}, labFolders(), {}, true });
    const Person person(window);
    window.show();
    auto* const notice = window.findChild<NoticeBar*>();
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 30'000);
    QVERIFY2(notice->message().contains(QStringLiteral("ptrace is refused")),
        qPrintable(notice->message()));
    QVERIFY(person.clickButton(QStringLiteral("offered")));
    const auto* const sheet = window.findChild<MachineSheet*>();
    QVERIFY(sheet && sheet->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!sheet->findChildren<MachineRow*>().isEmpty(), 30'000);
    const PartFact& watching = sheet->findChildren<MachineRow*>().front()->fact();
    QVERIFY(watching.state == PartState::NotAllowed);
    QVERIFY2(watching.remedy.contains(QStringLiteral("SYS_PTRACE"))
            || watching.remedy.contains(QStringLiteral("ptrace_scope")),
        qPrintable(watching.remedy));
}

WINDOW_TEST_MAIN(RefusedWindowTest)
#include "refused_window_test.moc"
