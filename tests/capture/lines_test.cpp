// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/held_run.h"

#include <QFile>
#include <QTemporaryDir>

using namespace ipclab;
using namespace ipclab::test;

// In which line of its own program a thread waits or stands.
class LinesTest : public QObject {
    Q_OBJECT

private slots:
    void aWaitInCHasItsLine_data();
    void aWaitInCHasItsLine();
    void aChildAndItsParentHaveTheirOwn();
    void aThreadHasItsOwn();
    void aThreadHasItsOwnAfterTheFirstHasEnded();
    void aProgramWithoutALineTableHasNone();
    void aProgramThatWasReplacedMeanwhileHasNone();
    void aWaitInPythonHasItsLine_data();
    void aWaitInPythonHasItsLine();
    void aPythonWithoutAProbeHasNone();
    void whoIsHeldHasALineToo();
    void theLineIsGoneWithTheWait();
    void aShortWaitIsNotLookedAt();
};

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The number of the line that has the mark; 0: none.
std::uint32_t lineOf(const QByteArray& text, const QByteArray& mark)
{
    const QList<QByteArray> lines = text.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].endsWith("HERE " + mark))
            return static_cast<std::uint32_t>(i + 1);
    }
    return 0;
}

std::uint32_t lineOfC(const char* mark)
{
    return lineOf(contents(QStringLiteral(LINES_SOURCE)), mark);
}

const SourceLine* lineIn(const World& world, Pid pid)
{
    const Process* const process = world.process(pid);
    if (!process)
        return nullptr;
    for (const auto& [tid, thread] : process->threads) {
        if (thread.line())
            return thread.line();
    }
    return nullptr;
}

bool begins(Watched& run)
{
    return run.sees([&](const World& now) { return now.process(run.pid()); });
}

bool waitsAt(Watched& run, Pid pid, std::uint32_t line, const char* file)
{
    return run.sees(
        [&](const World& now) {
            const SourceLine* const at = lineIn(now, pid);
            return at && at->line == line && at->file.ends_with(file);
        },
        10'000);
}

// It lasts, and whoever looks for a line has looked.
bool waitsLong(Watched& run, Pid pid)
{
    const auto since = [&]() -> std::optional<Nanoseconds> {
        const Process* const process = run.world().process(pid);
        if (!process || process->state() != ProcessState::Waiting)
            return std::nullopt;
        return process->threads.begin()->second.call->since;
    };
    QElapsedTimer clock;
    clock.start();
    return QTest::qWaitFor([&] { return since() && clock.elapsed() > 300; }, 10'000);
}

struct Script {
    explicit Script(const QByteArray& text)
    {
        QFile file(path());
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("waits.py")); }
    QTemporaryDir folder;
};

CaptureOptions withProbe()
{
    CaptureOptions options;
    options.probeFolder = PROBE_FOLDER;
    return options;
}

} // namespace

void LinesTest::aWaitInCHasItsLine_data()
{
    QTest::addColumn<QByteArray>("mark");
    QTest::newRow("read") << QByteArray("read");
    QTest::newRow("fgets") << QByteArray("fgets");
    QTest::newRow("qsort") << QByteArray("read"); // the innermost of its own
    QTest::newRow("poll") << QByteArray("poll");
}

void LinesTest::aWaitInCHasItsLine()
{
    QFETCH(QByteArray, mark);
    Watched run({ tracee("lines"), QTest::currentDataTag() });
    QVERIFY(begins(run) && lineOfC(mark.constData()) > 0);
    QVERIFY(waitsAt(run, run.pid(), lineOfC(mark.constData()), "tests/tracees/lines.c"));
}

void LinesTest::aChildAndItsParentHaveTheirOwn()
{
    Watched run({ tracee("lines"), "child" });
    QVERIFY(begins(run));
    QVERIFY(waitsAt(run, run.pid(), lineOfC("child"), "lines.c"));
    QCOMPARE(run.children().size(), std::size_t { 1 });
    QVERIFY(waitsAt(run, run.children().front(), lineOfC("read"), "lines.c"));
}

void LinesTest::aThreadHasItsOwn()
{
    Watched run({ tracee("lines"), "thread" });
    QVERIFY(run.sees([&](const World& now) {
        const Process* const process = now.process(run.pid());
        const auto at = [](const auto& one) {
            return one.second.line() && one.second.line()->line == lineOfC("thread");
        };
        return process && std::ranges::any_of(process->threads, at);
    }));
}

void LinesTest::aThreadHasItsOwnAfterTheFirstHasEnded()
{
    Watched run({ tracee("lines"), "headless" });
    QVERIFY(begins(run));
    QVERIFY(waitsAt(run, run.pid(), lineOfC("read"), "/lines.c"));
}

void LinesTest::aProgramWithoutALineTableHasNone()
{
    Watched run({ "/bin/sleep", "1000" });
    QVERIFY(begins(run));
    QVERIFY(waitsLong(run, run.pid()));
    QVERIFY(all<LineKnown>(run.log()).empty());
}

// What lies there now has other lines.
void LinesTest::aProgramThatWasReplacedMeanwhileHasNone()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lines"));
    QVERIFY(QFile::copy(QString::fromStdString(tracee("lines")), path));
    const QString other = folder.filePath(QStringLiteral("other"));
    QVERIFY(QFile::copy(QString::fromStdString(tracee("pipes")), other));
    Watched run({ path.toStdString(), "replaced", other.toStdString() });
    QVERIFY(begins(run));
    QVERIFY(waitsLong(run, run.pid()));
    QVERIFY(!QFile::exists(other));
    QVERIFY(all<LineKnown>(run.log()).empty());
}

void LinesTest::aWaitInPythonHasItsLine_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("read") << QByteArray(R"(
import os
near, far = os.pipe()


def wait():
    return os.read(near, 1)  # HERE

def other():
    for i in range(3):
        wait()

other()
)");
    QTest::newRow("in a library of Python's") << QByteArray(R"x(
import subprocess
import sys

text = """a
b"""
subprocess.run([sys.executable, "-c",
                "import time; time.sleep(1000)"])  # HERE
)x");
    QTest::newRow("in a thread") << QByteArray(R"(
import os
import threading
near, far = os.pipe()

class Waiter:
    def wait(self):
        with threading.Lock():
            try:
                os.read(near, 1)  # HERE
            finally:
                pass

thread = threading.Thread(target=Waiter().wait)
thread.start()
thread.join()
)");
    QTest::newRow("in a fork") << QByteArray(R"(
import os
near, far = os.pipe()
if os.fork() == 0:
    os.read(near, 1)  # HERE
os._exit(0)
)");
    QTest::newRow("after much") << QByteArray("import os\nnear, far = os.pipe()\n")
            + QByteArray("x = 1; y = [z for z in range(9)]\n\n\n").repeated(700)
            + QByteArray("os.read(near, 1)  # HERE\n");
}

void LinesTest::aWaitInPythonHasItsLine()
{
    QFETCH(QByteArray, script);
    const Script file(script.replace("# HERE", "# HERE x"));
    std::uint32_t line = lineOf(script, "x");
    if (QByteArrayView(QTest::currentDataTag()).startsWith("in a library"))
        --line; // Python says where the call begins
    Watched run(specOf({ "/usr/bin/python3", file.path().toStdString() }), withProbe());
    QVERIFY(run.sees(
        [&](const World& now) {
            for (const auto& [pid, process] : now.processes) {
                for (const auto& [tid, thread] : process.threads) {
                    const SourceLine* const at = thread.line();
                    if (at && at->line == line && at->file == file.path().toStdString())
                        return true;
                }
            }
            return false;
        },
        15'000));
}

void LinesTest::aPythonWithoutAProbeHasNone()
{
    const Script file("import os\nnear, far = os.pipe()\nos.read(near, 1)\n");
    Watched run(specOf({ "/usr/bin/python3", file.path().toStdString() }), {});
    QVERIFY(begins(run));
    QVERIFY(waitsLong(run, run.pid()));
    QVERIFY(all<LineKnown>(run.log()).empty());
}

void LinesTest::whoIsHeldHasALineToo()
{
    HeldRun run({ tracee("lines"), "poll" });
    run.stepUntil(run.pid(), Call::Poll);
    QVERIFY(waitsAt(run, run.pid(), lineOfC("poll"), "lines.c"));
    QVERIFY(run.world().process(run.pid())->nextHeld()->line());
}

void LinesTest::theLineIsGoneWithTheWait()
{
    const Script file("import time\ntime.sleep(0.5)\nwhile True:\n  pass\n");
    Watched run(specOf({ "/usr/bin/python3", file.path().toStdString() }), withProbe());
    QVERIFY(begins(run));
    QVERIFY(waitsAt(run, run.pid(), 2, "waits.py"));
    QVERIFY(run.sees([&](const World& now) { return !lineIn(now, run.pid()); }));
}

void LinesTest::aShortWaitIsNotLookedAt()
{
    Watched run({ tracee("lines"), "sleeps" });
    QVERIFY(run.sees([&](const World& now) { return now.applied > 200; }));
    QVERIFY(all<LineKnown>(run.log()).empty());
}

CAPTURE_TEST_MAIN(LinesTest)
#include "lines_test.moc"
