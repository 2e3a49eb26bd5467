// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include <QFile>

using namespace ipclab;
using namespace ipclab::test;

namespace {

bool inDeadlock(const World& world)
{
    return world.finding(FindingKind::Deadlock) != nullptr;
}

std::vector<std::string> bash(const char* script)
{
    return { "/bin/bash", "-c", script };
}

std::vector<std::string> python(const char* script)
{
    return { "/usr/bin/python3", "-c", script };
}

} // namespace

// The ways in which pipelines of real programs get stuck, as the books have them; and the same as
// it should be.
class PipelinesTest : public QObject {
    Q_OBJECT

private slots:
    void whatNeverEndsIsFound_data();
    void whatNeverEndsIsFound();
    void whatEndsIsNot_data();
    void whatEndsIsNot();
    void whoMayBeLetInByAStrangerIsNotSaidToBeStuck_data();
    void whoMayBeLetInByAStrangerIsNotSaidToBeStuck();

private:
    static void addOpenings();
};

using Words = std::vector<std::string>;
Q_DECLARE_METATYPE(Words)

void PipelinesTest::whatNeverEndsIsFound_data()
{
    QTest::addColumn<Words>("command");
    QTest::newRow("a coprocess that wants the end of its input")
        << bash("coproc sort; echo b >&${COPROC[1]}; read -u ${COPROC[0]} line");
    QTest::newRow("sort, whose parent kept the end to write to")
        << python("import os\n"
                  "r, w = os.pipe()\n"
                  "if os.fork() == 0:\n"
                  "    os.dup2(r, 0); os.close(r); os.close(w); os.execlp('sort', 'sort')\n"
                  "os.close(r); os.write(w, b'b'); os.wait()");
    QTest::newRow("a child that fills its stderr while stdout is read")
        << python("import subprocess, sys\n"
                  "says = 'import sys; sys.stderr.write(\"x\" * 200000); print(1)'\n"
                  "p = subprocess.Popen([sys.executable, '-c', says], stdout=-1, stderr=-1)\n"
                  "p.stdout.read()");
    QTest::newRow("tee to two pipes, of which one is read first")
        << python("import os, subprocess\n"
                  "(a, b), (c, d) = os.pipe(), os.pipe()\n"
                  "to = [f'/dev/fd/{b}', f'/dev/fd/{d}']\n"
                  "p = subprocess.Popen(['tee'] + to, stdin=open('/dev/zero'), stdout=-3,\n"
                  "                     pass_fds=(b, d))\n"
                  "os.close(b); os.close(d)\n"
                  "while os.read(a, 65536): pass");
    QTest::newRow("tee to two FIFOs, of which one is read first")
        << python("import os, subprocess, tempfile\n"
                  "f = tempfile.mkdtemp(); a, b = f + '/a', f + '/b'\n"
                  "os.mkfifo(a); os.mkfifo(b)\n"
                  "p = subprocess.Popen(['tee', a, b], stdin=open('/dev/zero'), stdout=-3)\n"
                  "first = open(a, 'rb', 0); second = open(b, 'rb', 0)\n"
                  "os.unlink(a); os.unlink(b); os.rmdir(f)\n"
                  "while first.read(65536): pass");
    QTest::newRow("two that fill each other's pipes")
        << python("import os\n"
                  "(a, b), (c, d) = os.pipe(), os.pipe()\n"
                  "if os.fork() == 0: os.close(d); os.close(a); os.write(b, b'x' * 200000)\n"
                  "else: os.close(b); os.close(c); os.write(d, b'x' * 200000)");
}

void PipelinesTest::whatNeverEndsIsFound()
{
    QFETCH(Words, command);
    Watched run(command);
    QVERIFY(run.sees(inDeadlock));
    QCOMPARE(run.world().finding(FindingKind::Deadlock)->pids,
        (std::vector { run.pid(), run.children().back() }));
}

void PipelinesTest::whatEndsIsNot_data()
{
    QTest::addColumn<Words>("command");
    QTest::newRow("a coprocess that answers each line")
        << bash("coproc cat; echo b >&${COPROC[1]}; read -u ${COPROC[0]} line; sleep 0.3\n"
                "exec {COPROC[1]}>&-; wait");
    QTest::newRow("a coprocess whose input ends")
        << bash("coproc { sleep 0.3; sort; }; echo b >&${COPROC[1]}; exec {COPROC[1]}>&-\n"
                "read -u ${COPROC[0]} line");
    QTest::newRow("sort between two") << bash("sort <(sleep 0.3; seq 5) | tee >(sort >/dev/null)");
    QTest::newRow("both outputs are read")
        << python("import subprocess, sys\n"
                  "says = 'import sys, time; time.sleep(0.3); sys.stderr.write(\"x\" * 200000)'\n"
                  "p = subprocess.Popen([sys.executable, '-c', says], stdout=-1, stderr=-1)\n"
                  "p.communicate()");
    QTest::newRow("a signal of a file wakes sort's like")
        << python("import fcntl, os, signal, subprocess\n"
                  "r, w = os.pipe()\n"
                  "signal.signal(signal.SIGIO, lambda *_: os._exit(0))\n"
                  "p = subprocess.Popen(['sleep', '0.6'], stdout=subprocess.PIPE)\n"
                  "fd = p.stdout.fileno()\n"
                  "fcntl.fcntl(fd, fcntl.F_SETOWN, os.getpid())\n"
                  "fcntl.fcntl(fd, fcntl.F_SETFL, os.O_ASYNC)\n"
                  "os.read(r, 1)");
}

void PipelinesTest::whatEndsIsNot()
{
    QFETCH(Words, command);
    Watched run(command);
    QVERIFY(run.ends());
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
}

void PipelinesTest::addOpenings()
{
    QTest::addColumn<Words>("command");
    QTest::newRow("a shell that waits for who opens a FIFO")
        << bash("f=$(mktemp -u); mkfifo $f; (exec <$f; rm $f) & wait");
    QTest::newRow("two that open two FIFOs, each the other first")
        << bash("f=$(mktemp -u); mkfifo $f.a $f.b; (exec 3>$f.a 4<$f.b) & exec 3>$f.b 4<$f.a");
}

void PipelinesTest::whoMayBeLetInByAStrangerIsNotSaidToBeStuck_data()
{
    addOpenings();
}

void PipelinesTest::whoMayBeLetInByAStrangerIsNotSaidToBeStuck()
{
    QFETCH(Words, command);
    {
        Watched run(command);
        QVERIFY(run.sees([](const World& world) {
            return std::ranges::any_of(world.processes, [](const auto& one) {
                return std::ranges::any_of(one.second.threads, [](const auto& thread) {
                    return thread.second.call && !thread.second.call->path.empty();
                });
            });
        }));
        QVERIFY(!run.sees(inDeadlock, 400));
    }
    CaptureOptions options;
    options.closedWorld = true; // no stranger comes: then it is one
    Watched run(specOf(command), options);
    QVERIFY(run.sees(inDeadlock));
    QCOMPARE(run.world().finding(FindingKind::Deadlock)->pids.size(), 2U);
}

CAPTURE_TEST_MAIN(PipelinesTest)
#include "pipelines_test.moc"
