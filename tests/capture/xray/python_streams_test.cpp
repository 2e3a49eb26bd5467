// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/xray/pythons.h"
#include "tests/capture/xray/traced_program.h"

#include <QTest>

#include <sys/wait.h>

#include <charconv>

namespace ipclab {

// Each test runs in every Python that testedPythons() finds.
class PythonStreamsTest : public QObject {
    Q_OBJECT

private slots:
    void aPrintOnAPipeWaits_data() { pythons(); }
    void aPrintOnAPipeWaits();
    void aFlushLeavesNothing_data() { pythons(); }
    void aFlushLeavesNothing();
    void bothLayersCount_data() { pythons(); }
    void bothLayersCount();
    void aTerminalIsLineBuffered_data() { pythons(); }
    void aTerminalIsLineBuffered();
    void anUnbufferedPythonHoldsNothing_data() { pythons(); }
    void anUnbufferedPythonHoldsNothing();
    void reconfiguringIsSeen_data() { pythons(); }
    void reconfiguringIsSeen();
    void inputThatWasNotConsumedIsSeen_data() { pythons(); }
    void inputThatWasNotConsumedIsSeen();
    void aFileMadeOfASocketIsSeen_data() { pythons(); }
    void aFileMadeOfASocketIsSeen();
    void aClosedStreamIsForgotten_data() { pythons(); }
    void aClosedStreamIsForgotten();
    void thePipeOfAChildIsSeen_data() { pythons(); }
    void thePipeOfAChildIsSeen();
    void aFileMadeOfAPipeIsSeen_data() { pythons(); }
    void aFileMadeOfAPipeIsSeen();
    void aDetachedStreamIsForgotten_data() { pythons(); }
    void aDetachedStreamIsForgotten();
    void manyStreamsAreBounded_data() { pythons(); }
    void manyStreamsAreBounded();
    void aForkedChildIsReadAtTheSamePlaces_data() { pythons(); }
    void aForkedChildIsReadAtTheSamePlaces();
    void anotherProgramForgets_data() { pythons(); }
    void anotherProgramForgets();
    void aSampleIsCheap_data() { pythons(); }
    void aSampleIsCheap();

private:
    static void pythons();
};

namespace {

// Scripts call ready() where the test shall look.
constexpr const char* kPrelude = R"(
import os, sys
def ready(name="ready"):
    try:
        os.readlink("/ipclab-test/" + name)
    except OSError:
        pass
)";

struct Python {
    const char* script = "";
    std::vector<std::string> options {};
    int input = -1;
    int output = -1;
};

TracedLaunch launch(const Python& python)
{
    std::vector<std::string> command { QTest::currentDataTag() };
    command.insert(command.end(), python.options.begin(), python.options.end());
    command.insert(command.end(), { "-c", std::string(kPrelude) + python.script });
    return { command,
        { { "IPCLAB_PROBE", "1" }, { "PYTHONPATH", PROBE_FOLDER },
            { "PYTHONIOENCODING", "utf-8" } },
        python.input, python.output };
}

} // namespace

void PythonStreamsTest::pythons()
{
    QTest::addColumn<int>("unused");
    for (const QByteArray& python : testedPythons())
        QTest::newRow(python.constData()) << 0;
}

void PythonStreamsTest::aPrintOnAPipeWaits()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(
        launch({ "print('fourteen bytes'); ready()", {}, -1, output.theirs.get() }));
    QVERIFY(program.runToMark());
    const auto stream = program.stream("sys.stdout");
    QVERIFY(stream);
    QCOMPARE(stream->fd, 1);
    QCOMPARE(stream->pending, 15U);
    QCOMPARE(stream->unread, 0U);
    QVERIFY(stream->mode == BufferMode::Full);
    QVERIFY(stream->capacity >= 8192U);
    QCOMPARE(stream->text, std::string("fourteen bytes\n"));
}

void PythonStreamsTest::aFlushLeavesNothing()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(
        launch({ "print('gone', flush=True); ready()", {}, -1, output.theirs.get() }));
    QVERIFY(program.runToMark());
    const auto stream = program.stream("sys.stdout");
    QVERIFY(stream);
    QCOMPARE(stream->pending, 0U);
    QVERIFY(stream->text.empty());
}

void PythonStreamsTest::bothLayersCount()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(launch({ R"(
sys.stdout.buffer.write(b"below ")
sys.stdout.write("\u20ac above")
ready()
sys.stdout.buffer.write(b"b" * 3994)
for _ in range(60):
    sys.stdout.write("a line of twenty by\n" * 6)
ready()
)",
        {}, -1, output.theirs.get() }));
    QVERIFY(program.runToMark());
    auto stream = program.stream("sys.stdout");
    QVERIFY(stream);
    QCOMPARE(stream->pending, 15U);
    QCOMPARE(stream->text, std::string("below \xe2\x82\xac above"));
    QVERIFY(program.runToMark());
    stream = program.stream("sys.stdout");
    QVERIFY(stream);
    QCOMPARE(stream->pending, 11209U); // more than either layer alone can hold
    QVERIFY(stream->pending <= stream->capacity);
    QCOMPARE(stream->text.size(), kMaxStdioText);
}

void PythonStreamsTest::aTerminalIsLineBuffered()
{
    const Ends output = terminal();
    TracedProgram program(launch(
        { "print('a line'); print('no line', end=''); ready()", {}, -1, output.theirs.get() }));
    QVERIFY(program.runToMark());
    const auto stream = program.stream("sys.stdout");
    QVERIFY(stream);
    QVERIFY(stream->mode == BufferMode::Line);
    QCOMPARE(stream->text, std::string("no line"));
}

void PythonStreamsTest::anUnbufferedPythonHoldsNothing()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(
        launch({ "print('at once'); ready()", { "-u" }, -1, output.theirs.get() }));
    QVERIFY(program.runToMark());
    const auto stream = program.stream("sys.stdout");
    QVERIFY(stream);
    QVERIFY(stream->mode == BufferMode::None);
    QCOMPARE(stream->pending, 0U);
    QCOMPARE(stream->capacity, 0U);
}

void PythonStreamsTest::reconfiguringIsSeen()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(launch({ "ready(); sys.stdout.reconfigure(line_buffering=True); ready()",
        {}, -1, output.theirs.get() }));
    QVERIFY(program.runToMark());
    QVERIFY(program.stream("sys.stdout").value_or(StdioReading {}).mode == BufferMode::Full);
    QVERIFY(program.runToMark());
    QVERIFY(program.stream("sys.stdout").value_or(StdioReading {}).mode == BufferMode::Line);
}

void PythonStreamsTest::inputThatWasNotConsumedIsSeen()
{
    const Ends input = pipeToProgram("first\nsecond\nthe third \xe2\x82\xac and last\n");
    TracedProgram program(launch({ R"(
sys.stdin.readline(); ready()
sys.stdin.readline(); sys.stdin.read(13); ready()
)",
        {}, input.theirs.get(), -1 }));
    QVERIFY(program.runToMark());
    auto stream = program.stream("sys.stdin");
    QVERIFY(stream);
    QCOMPARE(stream->fd, 0);
    QCOMPARE(stream->unread, 30U);
    QCOMPARE(stream->text, std::string("second\nthe third \xe2\x82\xac and last\n"));
    QVERIFY(program.runToMark());
    stream = program.stream("sys.stdin");
    QVERIFY(stream);
    QCOMPARE(stream->unread, 8U);
    QCOMPARE(stream->text, std::string("nd last\n"));
}

void PythonStreamsTest::aFileMadeOfASocketIsSeen()
{
    TracedProgram program(launch({ R"(
import socket
ours, theirs = socket.socketpair()
file = ours.makefile("w"); file.write("in full"); ready(str(ours.fileno())); file.close()
file = ours.makefile("w"); file.reconfigure(line_buffering=True)
file.write("line\n"); file.write("rest"); ready(); file.close()
file = ours.makefile("w", buffering=1); file.write("line\nrest"); ready(); file.close()
file = ours.makefile("wb", 0); file.write(b"none"); ready(); file.close()
theirs.sendall(b"one\ntwo\n")
file = ours.makefile("rw", encoding="utf-8"); file.readline(); ready()
file.write("answer"); ready()
)" }));
    const auto fd = program.runToMark();
    auto stream = program.stream("socket.makefile");
    QVERIFY(fd && stream);
    QCOMPARE(std::to_string(stream->fd), *fd);
    QVERIFY(stream->mode == BufferMode::Full);
    QCOMPARE(stream->text, std::string("in full"));
    QVERIFY(program.runToMark());
    stream = program.stream("socket.makefile");
    QVERIFY(stream && stream->mode == BufferMode::Line);
    QCOMPARE(stream->text, std::string("rest"));
    QVERIFY(program.runToMark());
    // Unlike open(), makefile() takes 1 for a size, and the text layer before it keeps its own.
    stream = program.stream("socket.makefile");
    QVERIFY(stream && stream->mode == BufferMode::Full);
    QCOMPARE(stream->text, std::string("line\nrest"));
    QVERIFY(program.runToMark());
    stream = program.stream("socket.makefile");
    QVERIFY(stream && stream->mode == BufferMode::None);
    QCOMPARE(stream->pending + stream->capacity, 0U);
    QVERIFY(program.runToMark());
    stream = program.stream("socket.makefile");
    QVERIFY(stream);
    QCOMPARE(stream->text, std::string("two\n"));
    QCOMPARE(stream->unread, 4U);
    QVERIFY(program.runToMark());
    QCOMPARE(program.stream("socket.makefile").value_or(StdioReading {}).pending, 6U);
}

void PythonStreamsTest::aClosedStreamIsForgotten()
{
    TracedProgram program(launch({ R"(
import socket
ours, theirs = socket.socketpair()
file = ours.makefile("wb"); file.write(b"there"); ready()
file.close(); ready()
file = ours.makefile("wb"); file.write(b"there"); del file; ready()
for _ in range(100):
    ours.makefile("wb").write(b"x")
ready()
file = ours.makefile("wb"); file.write(b"last"); ready()
)" }));
    QVERIFY(program.runToMark());
    QVERIFY(program.stream("socket.makefile"));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(program.runToMark());
        for (const StdioReading& reading : program.xray().sample())
            QVERIFY(reading.stream != "socket.makefile" || reading.pending == 0);
    }
    QVERIFY(program.runToMark());
    QCOMPARE(program.stream("socket.makefile").value_or(StdioReading {}).text, std::string("last"));
}

void PythonStreamsTest::thePipeOfAChildIsSeen()
{
    TracedProgram program(launch({ R"(
import subprocess
child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
child.stdin.write(b"unflushed"); ready(str(child.stdin.fileno()))
child.stdin.write(b" 1\n2\n3\n"); child.stdin.close(); child.stdout.readline(); ready()
child.wait()
child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, text=True, bufsize=1)
child.stdin.write("part"); ready()
child.communicate()
)" }));
    const auto fd = program.runToMark();
    auto stream = program.stream("Popen.stdin");
    QVERIFY(fd && stream);
    QCOMPARE(std::to_string(stream->fd), *fd);
    QCOMPARE(stream->pending, 9U);
    QCOMPARE(stream->text, std::string("unflushed"));
    QVERIFY(stream->mode == BufferMode::Full);
    QVERIFY(program.runToMark());
    QVERIFY(!program.stream("Popen.stdin"));
    stream = program.stream("Popen.stdout");
    QVERIFY(stream);
    QCOMPARE(stream->text, std::string("2\n3\n"));
    QCOMPARE(stream->unread, 4U);
    QVERIFY(program.runToMark());
    stream = program.stream("Popen.stdin");
    QVERIFY(stream && stream->mode == BufferMode::Line);
    QCOMPARE(stream->text, std::string("part"));
    QVERIFY(!program.runToMark());
}

void PythonStreamsTest::aFileMadeOfAPipeIsSeen()
{
    TracedProgram program(launch({ R"(
r, w = os.pipe()
os.write(w, b"a\nb\n")
reader = os.fdopen(r)
reader.readline(); ready(str(r))
writer = os.fdopen(w, "wb"); writer.write(b"kept"); ready()
)" }));
    const auto fd = program.runToMark();
    auto stream = program.stream("os.fdopen");
    QVERIFY(fd && stream);
    QCOMPARE(std::to_string(stream->fd), *fd);
    QCOMPARE(stream->text, std::string("b\n"));
    QCOMPARE(stream->unread, 2U);
    QVERIFY(program.runToMark());
    QVERIFY(!program.runToMark());
}

void PythonStreamsTest::aDetachedStreamIsForgotten()
{
    TracedProgram program(launch({ R"(
ready(); raw = sys.stdout.detach(); sys.stdout = None; raw.write(b"no one knows"); ready()
)" }));
    QVERIFY(program.runToMark());
    QVERIFY(program.stream("sys.stdout"));
    QVERIFY(program.runToMark());
    QVERIFY(!program.stream("sys.stdout"));
}

void PythonStreamsTest::manyStreamsAreBounded()
{
    TracedProgram program(launch({ R"(
import socket
ends = socket.socketpair()
files = [ends[0].makefile("w") for _ in range(200)]
for file in files:
    file.write("x")
ready()
)" }));
    QVERIFY(program.runToMark());
    QCOMPARE(program.xray().sample().size(), kMaxStreams);
    QVERIFY(program.stream("sys.stdout"));
}

void PythonStreamsTest::aForkedChildIsReadAtTheSamePlaces()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(launch({ R"(
import signal
print("for both", end="")
child = os.fork()
if child == 0:
    signal.alarm(30)
    signal.pause()
ready(str(child))
os.kill(child, signal.SIGKILL)
os.waitpid(child, 0)
)",
        {}, -1, output.theirs.get() }));
    const auto mark = program.runToMark();
    QVERIFY(mark);
    int child = 0;
    std::from_chars(mark->data(), mark->data() + mark->size(), child);
    QVERIFY(child > 0);
    StdioXray forked = program.xray().forked(Pid { child });
    for (const StdioReading& reading : forked.sample()) {
        if (reading.stream == "sys.stdout")
            QCOMPARE(reading.text, std::string("for both"));
    }
    QVERIFY(program.stream("sys.stdout"));
    QCOMPARE(forked.sample().size(), program.xray().sample().size());
    QVERIFY(!program.runToMark());
    QVERIFY(forked.sample().empty());
}

void PythonStreamsTest::anotherProgramForgets()
{
    TracedProgram program(launch({ "ready(); os.execl('" XRAY_TRACEE "', 'x', 'untouched')" }));
    QVERIFY(program.runToMark());
    QVERIFY(program.stream("sys.stdout"));
    QVERIFY(program.runToMark());
    QVERIFY(program.xray().sample().empty());
}

void PythonStreamsTest::aSampleIsCheap()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(launch({ "ready()", {}, -1, output.theirs.get() }));
    QVERIFY(program.runToMark());
    QVERIFY(program.stream("sys.stdout"));
    QBENCHMARK
    {
        static_cast<void>(program.xray().sample());
    }
}

} // namespace ipclab

QTEST_GUILESS_MAIN(ipclab::PythonStreamsTest)
#include "python_streams_test.moc"
