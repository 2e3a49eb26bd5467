// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/world.h"
#include "tests/core/support/log_builder.h"

#include <QtTest>

using namespace ipclab;
using test::LogBuilder;

// What a person calls a process.
class ProcessNameTest : public QObject {
    Q_OBJECT

private slots:
    void aProcessIsCalledWhatAPersonCallsIt_data();
    void aProcessIsCalledWhatAPersonCallsIt();
    void withoutArgumentsThePathNamesIt();
    void processesAreFoundByTheNameAPersonUses();
    void ourselvesAreNeverNamed();
};

void ProcessNameTest::aProcessIsCalledWhatAPersonCallsIt_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* command, const char* name) {
        QTest::newRow(command) << QString::fromUtf8(command) << QString::fromUtf8(name);
    };
    row("./child", "child");
    row("/usr/bin/cat -u file", "cat");
    row("python3 child.py", "child.py");
    row("python3 -u child.py --flush=yes", "child.py");
    row("/usr/bin/python3.11 labs/endless/child.py", "child.py");
    row("python3 -X dev -W ignore child.py", "child.py");
    row("python3 -Wignore child.py", "child.py");
    row("python3 -c print(1) x", "python3");
    row("python3 -uc print(1)", "python3");
    row("python3 -m http.server 80", "python3");
    row("python3 -", "python3");
    row("python3", "python3");
    row("sh -c ls|wc", "sh");
    row("bash -lc ls|wc", "bash");
    row("bash --norc run.sh", "run.sh");
    row("bash -euo pipefail run.sh", "run.sh");
    row("sh -e run.sh", "run.sh");
    row("perl -e print", "perl");
    row("shellcheck x", "shellcheck");
    row("-bash", "-bash");
}

void ProcessNameTest::aProcessIsCalledWhatAPersonCallsIt()
{
    QFETCH(QString, command);
    QFETCH(QString, name);
    std::vector<std::string> argv;
    for (const QString& word : command.split(QLatin1Char(' ')))
        argv.push_back(word.toStdString());
    QCOMPARE(QString::fromStdString(programName("/usr/bin/other", argv)), name);
}

void ProcessNameTest::withoutArgumentsThePathNamesIt()
{
    QCOMPARE(programName("/usr/bin/other", {}), std::string("other"));
    QCOMPARE(programName("/usr/bin/other", { "" }), std::string("other"));
    QCOMPARE(programName("", {}), std::string());
    QCOMPARE(wordsIn({}), std::vector<std::string> {});
    QCOMPARE(wordsIn(std::string_view("a\0\0b", 4)), (std::vector<std::string> { "a", "", "b" }));
}

void ProcessNameTest::processesAreFoundByTheNameAPersonUses()
{
    LogBuilder log;
    log.launch(300).launch(200).launch(100).exec(300, { "python3", "child.py" });
    const World world = log.exec(100, { "child" }).exec(200, { "children" }).world();
    const auto named = world.named("child");
    QCOMPARE(named.size(), std::size_t { 2 });
    QCOMPARE(named[0]->pid, Pid { 300 }); // the older first
    QCOMPARE(named[1]->pid, Pid { 100 });
    QCOMPARE(world.named("child.py").size(), std::size_t { 1 });
    QVERIFY(world.named("").empty());
}

void ProcessNameTest::ourselvesAreNeverNamed()
{
    LogBuilder log;
    const World world = log.launchSelf(50).exec(50, { "ipclab" }).world();
    QVERIFY(world.named("ipclab").empty());
    QCOMPARE(world.self()->pid, Pid { 50 });
}

QTEST_GUILESS_MAIN(ProcessNameTest)
#include "process_name_test.moc"
