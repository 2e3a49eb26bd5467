// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/xray/traced_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/wait.h>

#include <charconv>
#include <set>

namespace ipclab {

class GlibcStreamsTest : public QObject {
    Q_OBJECT

private slots:
    void fourteenUnflushedBytesOnAPipeAreSeen();
    void flushedBytesAreGone();
    void aStreamNobodyUsedIsAbsent();
    void aTerminalIsLineBuffered();
    void anUnbufferedStreamHoldsNothing();
    void aBufferOfTheProgramsOwnIsSeen_data();
    void aBufferOfTheProgramsOwnIsSeen();
    void severalFilesAreSeenUntilTheyAreClosed();
    void ofManyBytesTheFirstAreShown();
    void aSocketOpenedAsAFileIsSeenUntilItIsClosed();
    void inputThatWasNotConsumedIsSeen();
    void pushedBackCharactersGiveNoWrongNumber();
    void aWideStreamIsUnknown();
    void anOverwrittenStreamIsAbsent_data();
    void anOverwrittenStreamIsAbsent();
    void executingForgets();
    void aForkedChildIsReadAtTheSamePlaces();
    void aLibraryThatWasDeletedIsReadAllTheSame();
    void aStaticProgramIsUnknown();
    void aProcessThatIsGoneIsUnknown();
    void aSampleIsCheap();
};

namespace {

TracedLaunch tracee(std::vector<std::string> arguments, const Ends& output)
{
    arguments.insert(arguments.begin(), XRAY_TRACEE);
    return { std::move(arguments), {}, -1, output.theirs.get() };
}

} // namespace

void GlibcStreamsTest::fourteenUnflushedBytesOnAPipeAreSeen()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee({ "pending" }, output));
    QVERIFY(program.runToMark());
    const auto stream = program.stream("stdout");
    QVERIFY(stream);
    QCOMPARE(stream->fd, 1);
    QCOMPARE(stream->pending, 14U);
    QCOMPARE(stream->unread, 0U);
    QCOMPARE(stream->capacity, 4096U);
    QCOMPARE(stream->text, std::string("fourteen bytes"));
    QVERIFY(stream->mode == BufferMode::Full);
    QCOMPARE(program.xray().sample().size(), std::size_t { 1 });
}

void GlibcStreamsTest::flushedBytesAreGone()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee({ "pending" }, output));
    QVERIFY(program.runToMark());
    QCOMPARE(program.stream("stdout").value_or(StdioReading {}).pending, 14U);
    QVERIFY(program.runToMark());
    const auto stream = program.stream("stdout");
    QVERIFY(stream);
    QCOMPARE(stream->pending, 0U);
    QVERIFY(stream->text.empty());
}

void GlibcStreamsTest::aStreamNobodyUsedIsAbsent()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee({ "untouched" }, output));
    QVERIFY(program.runToMark());
    QVERIFY(program.xray().sample().empty());
}

void GlibcStreamsTest::aTerminalIsLineBuffered()
{
    const Ends output = terminal();
    TracedProgram program(tracee({ "line" }, output));
    QVERIFY(program.runToMark());
    const auto stream = program.stream("stdout");
    QVERIFY(stream);
    QVERIFY(stream->mode == BufferMode::Line);
    QCOMPARE(stream->text, std::string("fourteen bytes"));
    QCOMPARE(stream->capacity, 1024U);
}

void GlibcStreamsTest::anUnbufferedStreamHoldsNothing()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee({ "none" }, output));
    QVERIFY(program.runToMark());
    const auto stream = program.stream("stdout");
    QVERIFY(stream);
    QVERIFY(stream->mode == BufferMode::None);
    QCOMPARE(stream->pending, 0U);
    QCOMPARE(stream->capacity, 0U);
}

void GlibcStreamsTest::aBufferOfTheProgramsOwnIsSeen_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("full") << QStringLiteral("full");
    QTest::newRow("line") << QStringLiteral("line");
}

void GlibcStreamsTest::aBufferOfTheProgramsOwnIsSeen()
{
    QFETCH(QString, mode);
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee({ "own-buffer", mode.toStdString() }, output));
    QVERIFY(program.runToMark());
    const auto stream = program.stream("stdout");
    QVERIFY(stream);
    const bool line = mode == QStringLiteral("line");
    QVERIFY(stream->mode == (line ? BufferMode::Line : BufferMode::Full));
    QCOMPARE(stream->pending, line ? 14U : 21U);
    QCOMPARE(stream->capacity, 256U);
}

void GlibcStreamsTest::severalFilesAreSeenUntilTheyAreClosed()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee({ "many" }, output));
    QVERIFY(program.runToMark());
    std::multiset<std::string> texts;
    for (const StdioReading& reading : program.xray().sample()) {
        QCOMPARE(reading.text.size(), std::size_t { reading.pending });
        texts.insert(reading.text);
    }
    QCOMPARE(texts, (std::multiset<std::string> { "one", "seventh", "three" }));
    QVERIFY(program.runToMark());
    const auto left = program.xray().sample();
    QCOMPARE(left.size(), std::size_t { 1 });
    QCOMPARE(left.front().text, std::string("seventh"));
}

void GlibcStreamsTest::ofManyBytesTheFirstAreShown()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee({ "much" }, output));
    QVERIFY(program.runToMark());
    const auto stream = program.stream("stdout");
    QVERIFY(stream);
    QCOMPARE(stream->pending, 1000U);
    QCOMPARE(stream->text.size(), kMaxStdioText);
    QVERIFY(stream->text.starts_with("abcdefghijklmnopqrstuvwxyzabc"));
}

void GlibcStreamsTest::aSocketOpenedAsAFileIsSeenUntilItIsClosed()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee({ "socket" }, output));
    QVERIFY(program.runToMark());
    const auto stream = program.stream("FILE");
    QVERIFY(stream);
    QVERIFY(stream->fd > 2);
    QCOMPARE(stream->text, std::string("to the peer"));
    QCOMPARE(stream->pending, 11U);
    QVERIFY(program.runToMark());
    QVERIFY(!program.stream("FILE"));
}

void GlibcStreamsTest::inputThatWasNotConsumedIsSeen()
{
    const Ends input = pipeToProgram("first line\nsecond line\nthird");
    TracedProgram program({ { XRAY_TRACEE, "unread" }, {}, input.theirs.get(), -1 });
    QVERIFY(program.runToMark());
    const auto stream = program.stream("stdin");
    QVERIFY(stream);
    QCOMPARE(stream->fd, 0);
    QCOMPARE(stream->unread, 17U);
    QCOMPARE(stream->pending, 0U);
    QCOMPARE(stream->text, std::string("second line\nthird"));
}

void GlibcStreamsTest::pushedBackCharactersGiveNoWrongNumber()
{
    const Ends input = pipeToProgram("first line\nsecond line\nthird");
    TracedProgram program({ { XRAY_TRACEE, "pushed-back" }, {}, input.theirs.get(), -1 });
    QVERIFY(program.runToMark());
    QVERIFY(!program.stream("stdin"));
}

void GlibcStreamsTest::aWideStreamIsUnknown()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee({ "wide" }, output));
    QVERIFY(program.runToMark());
    QVERIFY(!program.stream("stdout"));
}

void GlibcStreamsTest::anOverwrittenStreamIsAbsent_data()
{
    QTest::addColumn<bool>("known");
    QTest::newRow("all") << false;
    QTest::newRow("end") << false;
    QTest::newRow("nowhere") << false;
    QTest::newRow("huge") << false;
    QTest::newRow("fd") << false;
    QTest::newRow("loop") << true; // the list goes in a circle, but the stream itself is sound
}

void GlibcStreamsTest::anOverwrittenStreamIsAbsent()
{
    QFETCH(bool, known);
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee({ "corrupt", QTest::currentDataTag() }, output));
    QVERIFY(program.runToMark());
    QCOMPARE(program.stream("stdout").has_value(), known);
    QCOMPARE(program.stream("stdout").has_value(), known); // from what the first look kept, too
    QVERIFY(!program.runToMark());
}

void GlibcStreamsTest::executingForgets()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee({ "exec" }, output));
    QVERIFY(program.runToMark());
    QVERIFY(program.stream("stdout"));
    QVERIFY(program.runToMark());
    QVERIFY(program.xray().sample().empty());
}

void GlibcStreamsTest::aForkedChildIsReadAtTheSamePlaces()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee({ "fork" }, output));
    const auto mark = program.runToMark();
    QVERIFY(mark);
    const std::string_view number = std::string_view(*mark).substr(6); // child-PID
    int child = 0;
    std::from_chars(number.data(), number.data() + number.size(), child);
    QVERIFY(child > 0);
    QVERIFY(program.stream("stdout"));
    const auto readings = program.xray().forked(Pid { child }).sample();
    QCOMPARE(readings.size(), std::size_t { 1 });
    QCOMPARE(readings.front().text, std::string("for both"));
    QVERIFY(!program.runToMark());
}

void GlibcStreamsTest::aLibraryThatWasDeletedIsReadAllTheSame()
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    QVERIFY(maps.open(QIODevice::ReadOnly));
    QByteArray libc;
    for (const QByteArray& line : maps.readAll().split('\n')) {
        if (line.endsWith("/libc.so.6"))
            libc = line.mid(line.indexOf('/'));
    }
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("libc.so.6"));
    if (!QFile::copy(QString::fromLocal8Bit(libc), copy))
        QSKIP("glibc is not in a file of its usual name");
    const Ends output = pipeFromProgram();
    TracedProgram program({ { XRAY_TRACEE, "pending" },
        { { "LD_LIBRARY_PATH", folder.path().toStdString() } }, -1, output.theirs.get() });
    QVERIFY(program.runToMark());
    QVERIFY(QFile::remove(copy));
    const auto readings = StdioXray(program.pid()).sample(); // which looks for it only now
    QCOMPARE(readings.size(), std::size_t { 1 });
    QCOMPARE(readings.front().text, std::string("fourteen bytes"));
}

void GlibcStreamsTest::aStaticProgramIsUnknown()
{
    const Ends output = pipeFromProgram();
    TracedProgram program({ { XRAY_TRACEE_STATIC, "pending" }, {}, -1, output.theirs.get() });
    QVERIFY(program.runToMark());
    QVERIFY(program.xray().sample().empty());
}

void GlibcStreamsTest::aProcessThatIsGoneIsUnknown()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee({ "untouched" }, output));
    QVERIFY(program.runToMark());
    static_cast<void>(program.xray().sample());
    QVERIFY(!program.runToMark());
    QVERIFY(program.xray().sample().empty());
}

void GlibcStreamsTest::aSampleIsCheap()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee({ "pending" }, output));
    QVERIFY(program.runToMark());
    QVERIFY(program.stream("stdout"));
    QBENCHMARK
    {
        static_cast<void>(program.xray().sample());
    }
}

} // namespace ipclab

QTEST_GUILESS_MAIN(ipclab::GlibcStreamsTest)
#include "glibc_streams_test.moc"
