// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process_colours.h"
#include "app/watch_printer.h"

#include <QSet>
#include <QtTest>

#include <array>
#include <csignal>
#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>

using namespace ipclab;

namespace {

constexpr Pid kShell { 100 };
constexpr Pid kCat { 101 };
constexpr ChannelId kPipe { 1 };
constexpr Nanoseconds kShort = 2 * kMillisecond;
constexpr Nanoseconds kLong = 500 * kMillisecond;

// A run as it is told of: each event a while after the one before.
class Run {
public:
    Run()
    {
        add(0, kShell, ProcessStarted { {}, StartedBy::Launch });
        add(kShort, kShell, ProgramExecuted { "/bin/sh", { std::string_view("sh\0", 3) } });
        add(kShort, kCat, ProcessStarted { kShell, StartedBy::Fork });
        add(kShort, kCat, ProgramExecuted { "/bin/cat", { std::string_view("cat\0", 4) } });
        add(kShort, kShell, ChannelCreated { kPipe, ChannelKind::Pipe, "pipe:[7]" });
        open(kShell, 4, kPipe, Access::Write, End::Second);
        open(kCat, 0, kPipe, Access::Read, End::First);
    }
    void add(Nanoseconds after, Pid pid, const EventBody& body, Tid tid = {})
    {
        m_now += after;
        m_log.append({ m_now, pid, tid ? tid : firstThread(pid), body });
    }
    void open(Pid pid, int fd, ChannelId channel, Access access, End end)
    {
        add(kShort, pid, DescriptorOpened { fd, channel, access, end, Call::Unknown, {} });
    }
    // A descriptor of the kind, which the process has made.
    void has(Pid pid, int fd, ChannelId channel, ChannelKind kind, Call call, const char* name = "")
    {
        add(kShort, pid, ChannelCreated { channel, kind, name });
        add(kShort, pid, DescriptorOpened { fd, channel, Access::ReadWrite, End::First, call, {} });
    }
    void enters(Nanoseconds after, Pid pid, Call call, std::optional<int> fd = {},
        ChannelId channel = {}, Tid tid = {})
    {
        CallEntered body;
        body.call = call;
        body.fd = fd;
        body.channel = channel;
        add(after, pid, body, tid);
    }
    void returns(Nanoseconds after, Pid pid, Call call, std::int64_t result, Tid tid = {})
    {
        CallReturned body;
        body.call = call;
        body.result = result;
        add(after, pid, body, tid);
    }
    template <typename Body> void moves(Nanoseconds after, Pid pid, int fd, ChannelId channel,
        std::string_view bytes, Call call = Call::Read)
    {
        BytesMoved moved;
        moved.fd = fd;
        moved.channel = channel;
        moved.call = call;
        moved.requested = 4096;
        moved.count = bytes.size();
        moved.bytes.kept = bytes;
        add(after, pid, Body { moved });
    }
    QStringList lines(const char* only = "")
    {
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::tmpfile(), std::fclose);
        const auto choice = *only ? *EventChoice::of(QString::fromLatin1(only)) : EventChoice();
        WatchPrinter printer(m_log, false, choice, file.get());
        while (printer.printNew()) { }
        printer.printRest();
        std::rewind(file.get());
        QByteArray text;
        for (int c = std::fgetc(file.get()); c != EOF; c = std::fgetc(file.get()))
            text += static_cast<char>(c);
        return QString::fromUtf8(text).trimmed().split(QLatin1Char('\n'));
    }
    [[nodiscard]] Nanoseconds now() const { return m_now; }

private:
    EventLog m_log;
    Nanoseconds m_now = 0;
};

QStringList with(const QStringList& lines, const char* words)
{
    return lines.filter(QString::fromUtf8(words));
}

QString at(Nanoseconds time)
{
    return QString::number(static_cast<double>(time) / 1e9, 'f', 6);
}

template <typename Value> std::string_view bytesOf(const Value& value)
{
    return { reinterpret_cast<const char*>(&value), sizeof value };
}

} // namespace

class WatchLinesTest : public QObject {
    Q_OBJECT

private slots:
    void aWaitHasALineWhereItBeganAndOneWhereItEnded();
    void linesAreInTheOrderOfTime();
    void aCallThatDoesNotLastHasOneLine();
    void aCallThatNothingElseTellsOfIsSaidToReturn_data();
    void aCallThatNothingElseTellsOfIsSaidToReturn();
    void eachThreadsWaitIsItsOwn();
    void aWaitThatIsNotOverIsStillTold();
    void whoEndsInAWaitHasNoLineForItsReturn();
    void whatWakesHasALine_data();
    void whatWakesHasALine();
    void whatIsUsedByANumberHasALine();
    void filesAreToldOfWhereTheyAreAskedFor();
    void whichEndOfAPipeADescriptorIsIsSaid();
    void whoClosesTheLastEndIsSaidTo();
    void aWaitIsAboutWhatItWaitsFor();
    void whatIsNotKeptAnyMoreIsSaid();
    void anEmptyMessageIsNoEndOfFile();
    void ofAMessageItIsSaidWhatDidNotFit();
    void aShutDownThatSucceedsHasALine();
    void aSignalOfWhoIsNotWatchedSaysWhereItComesFrom();
    void mergedSignalsAreSaidToBe();
    void neighboursHaveColoursOfTheirOwn();
    void aColourIsGivenAgainOnlyWhenItMust();
};

void WatchLinesTest::aWaitHasALineWhereItBeganAndOneWhereItEnded()
{
    Run run;
    run.enters(kShort, kCat, Call::Read, 0, kPipe);
    const Nanoseconds began = run.now();
    run.moves<BytesWritten>(kLong, kShell, 4, kPipe, "late\n", Call::Write);
    run.moves<BytesRead>(0, kCat, 0, kPipe, "late\n");
    const QStringList lines = run.lines();
    const QStringList waits = with(lines, "waits in read(0) for data from pipe A");
    QCOMPARE(waits.size(), 1);
    QVERIFY2(waits.front().contains(at(began)), qPrintable(waits.front()));
    QVERIFY2(waits.front().contains(QStringLiteral("Only sh")), qPrintable(waits.front()));
    const QStringList ends = with(lines, "read(0) ←");
    QCOMPARE(ends.size(), 1);
    QVERIFY2(ends.front().endsWith(QStringLiteral("after 0.5 s")), qPrintable(ends.front()));
    QVERIFY(!with(lines, "write(4)").front().contains(QStringLiteral("after")));
}

void WatchLinesTest::linesAreInTheOrderOfTime()
{
    Run run;
    run.enters(kShort, kCat, Call::Read, 0, kPipe);
    run.add(kShort, kShell, SignalSent { kCat, { SIGUSR1 } });
    run.enters(kShort, kShell, Call::Wait4);
    run.moves<BytesRead>(kLong, kCat, 0, kPipe, "x");
    run.add(kLong, kCat, ProcessExited { 0, {} });
    run.returns(kShort, kShell, Call::Wait4, kCat.value);
    QStringList times;
    for (const QString& line : run.lines())
        times += line.trimmed().section(QLatin1Char(' '), 0, 0);
    QStringList sorted = times;
    sorted.sort();
    QCOMPARE(times, sorted);
    QCOMPARE(with(run.lines(), "waits in").size(), 2);
}

void WatchLinesTest::aCallThatDoesNotLastHasOneLine()
{
    Run run;
    for (int i = 0; i < 100; ++i) {
        run.enters(kShort, kCat, Call::Read, 0, kPipe);
        run.moves<BytesRead>(kShort, kCat, 0, kPipe, "x");
        run.enters(kShort, kShell, Call::Poll);
        run.returns(kShort, kShell, Call::Poll, 1);
    }
    const QStringList lines = run.lines();
    QCOMPARE(with(lines, "waits").size(), 0);
    QCOMPARE(with(lines, "after").size(), 0);
    QCOMPARE(with(lines, "poll").size(), 0);
    QCOMPARE(with(lines, "read(0) ←").size(), 100);
}

void WatchLinesTest::aCallThatNothingElseTellsOfIsSaidToReturn_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("result");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, Call call, int result, const char* words) {
        QTest::newRow(name) << static_cast<int>(call) << result << QString::fromUtf8(words);
    };
    row("poll", Call::Poll, 2, "poll(): 2");
    row("in vain", Call::Poll, 0, "poll(): its time is over");
    row("epoll", Call::EpollWait, 1, "epoll_wait(): 1");
    row("futex", Call::Futex, 0, "futex() goes on");
    row("wait", Call::Wait4, 100, "wait4() = 100");
    row("sleep", Call::ClockNanosleep, 0, "clock_nanosleep() is over");
}

void WatchLinesTest::aCallThatNothingElseTellsOfIsSaidToReturn()
{
    QFETCH(int, call);
    QFETCH(int, result);
    QFETCH(QString, words);
    Run run;
    run.enters(kShort, kCat, static_cast<Call>(call));
    run.returns(kLong, kCat, static_cast<Call>(call), result);
    const QStringList ends = run.lines().filter(words);
    QCOMPARE(ends.size(), 1);
    QVERIFY2(ends.front().endsWith(QStringLiteral("after 0.5 s")), qPrintable(ends.front()));
}

void WatchLinesTest::eachThreadsWaitIsItsOwn()
{
    constexpr Tid kSecond { 105 };
    Run run;
    run.add(kShort, kCat, ThreadStarted {}, kSecond);
    run.enters(kShort, kCat, Call::Read, 0, kPipe);
    run.enters(kShort, kCat, Call::Futex, {}, {}, kSecond);
    run.returns(kLong, kCat, Call::Futex, 0, kSecond);
    run.moves<BytesRead>(kLong, kCat, 0, kPipe, "x");
    const QStringList lines = run.lines();
    QCOMPARE(with(lines, "cat 101/105  waits in futex()").size(), 1);
    QCOMPARE(with(lines, "cat 101  waits in read(0)").size(), 1);
    const QStringList woken = with(lines, "cat 101/105  futex()");
    QCOMPARE(woken.size(), 1);
    QVERIFY2(woken.front().endsWith(QStringLiteral("after 0.5 s")), qPrintable(woken.front()));
}

void WatchLinesTest::aWaitThatIsNotOverIsStillTold()
{
    Run run;
    run.enters(kShort, kCat, Call::Read, 0, kPipe);
    run.enters(kLong, kShell, Call::Wait4);
    QCOMPARE(with(run.lines(), "cat 101  waits in read(0)").size(), 1);
    QCOMPARE(with(run.lines(), "waits in wait4()").size(), 0); // it has just begun
}

void WatchLinesTest::whoEndsInAWaitHasNoLineForItsReturn()
{
    Run run;
    run.enters(kShort, kCat, Call::Read, 0, kPipe);
    run.add(kLong, kCat, SignalDelivered { { SIGTERM } });
    run.add(kShort, kCat, ProcessExited { {}, { SIGTERM } });
    const QStringList lines = run.lines();
    QCOMPARE(with(lines, "read(0)").size(), 1);
    QVERIFY(lines.back().endsWith(QStringLiteral("killed by SIGTERM")));
}

void WatchLinesTest::whatWakesHasALine_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const auto row
        = [](const char* name, ChannelKind kind, std::string_view bytes, const char* words) {
              QTest::newRow(name) << static_cast<int>(kind)
                                  << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
                                  << QString::fromUtf8(words);
          };
    const std::uint64_t three = 3;
    row("eventfd", ChannelKind::Eventfd, bytesOf(three), "read(7) ← eventfd A  takes 3");
    row("timerfd", ChannelKind::Timerfd, bytesOf(three),
        "read(7) ← timer A  it has gone off 3 times");
    std::array<std::uint32_t, 32> signal { SIGUSR1 };
    row("signalfd", ChannelKind::Signalfd, bytesOf(signal),
        "read(7) ← signal descriptor A  SIGUSR1");
    const std::array<std::uint32_t, 8> change { 1, 0x100, 0, 16, 0x0077656e }; // IN_CREATE, "new"
    row("inotify", ChannelKind::Inotify, bytesOf(change),
        "read(7) ← inotify watch A  IN_CREATE “new”");
}

void WatchLinesTest::whatWakesHasALine()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    constexpr ChannelId kMade { 2 };
    Run run;
    run.has(kCat, 7, kMade, static_cast<ChannelKind>(kind), Call::Eventfd2, "anon_inode:[it]");
    run.moves<BytesRead>(
        kShort, kCat, 7, kMade, { bytes.constData(), static_cast<std::size_t>(bytes.size()) });
    for (const char* const only : { "", "other", QTest::currentDataTag() }) {
        const QStringList lines = run.lines(only);
        QVERIFY2(!lines.filter(words).isEmpty(), qPrintable(lines.join(u'\n')));
        QCOMPARE(with(lines, "eventfd2(): descriptor 7 is").size(), 1);
    }
    QVERIFY(run.lines("pipe").filter(words).isEmpty());
}

void WatchLinesTest::whatIsUsedByANumberHasALine()
{
    constexpr ChannelId kSet { 2 };
    Run run;
    run.add(kShort, kCat, ChannelCreated { kSet, ChannelKind::Semaphore, "semid 5", true });
    run.add(kShort, kCat, ChannelAttached { kSet, Call::Semget });
    run.enters(kShort, kCat, Call::Semop, {}, kSet);
    run.returns(kShort, kCat, Call::Semop, 0);
    run.enters(kShort, kCat, Call::Semop, {}, kSet);
    run.returns(kLong, kCat, Call::Semop, 0);
    const QStringList lines = run.lines("semaphore");
    QCOMPARE(with(lines, "semget(): uses").size(), 1);
    QCOMPARE(with(lines, "semop() on").size(), 2);
    QCOMPARE(with(lines, "waits in semop()").size(), 1);
    QCOMPARE(with(lines, "after 0.5 s").size(), 1);
}

void WatchLinesTest::filesAreToldOfWhereTheyAreAskedFor()
{
    constexpr ChannelId kFile { 2 };
    Run run;
    run.add(kShort, kCat, ChannelCreated { kFile, ChannelKind::File, "/etc/passwd" });
    run.add(
        kShort, kCat, DescriptorOpened { 3, kFile, Access::Read, End::First, Call::Openat, {} });
    run.moves<BytesRead>(kShort, kCat, 3, kFile, "root");
    QVERIFY(with(run.lines(), "passwd").isEmpty());
    const QStringList lines = run.lines("file");
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.front().contains(
        QStringLiteral("openat(): opens /etc/passwd for reading, as descriptor 3")));
    QVERIFY2(lines.back().contains(QStringLiteral("“root”")), qPrintable(lines.back()));
}

void WatchLinesTest::whichEndOfAPipeADescriptorIsIsSaid()
{
    Run run;
    const auto opened = [&](int fd, Access access, End end, Call call, std::optional<int> from) {
        run.add(kShort, kCat, DescriptorOpened { fd, kPipe, access, end, call, from });
    };
    opened(5, Access::Read, End::First, Call::Pipe2, {});
    opened(6, Access::Write, End::Second, Call::Pipe2, {});
    opened(1, Access::Write, End::Second, Call::Dup2, 6);
    const QStringList lines = run.lines("pipe");
    QCOMPARE(with(lines, "pipe2(): descriptor 5 is the read end of pipe A").size(), 1);
    QCOMPARE(with(lines, "pipe2(): descriptor 6 is the write end of pipe A").size(), 1);
    QCOMPARE(
        with(lines, "dup2(): descriptor 1 is now what 6 is: the write end of pipe A").size(), 1);
}

void WatchLinesTest::whoClosesTheLastEndIsSaidTo()
{
    Run run;
    run.open(kCat, 9, kPipe, Access::Write, End::Second);
    run.add(kShort, kShell, DescriptorClosed { 4 });
    run.add(kShort, kCat, DescriptorClosed { 9 });
    run.add(kShort, kCat, DescriptorClosed { 0 });
    constexpr ChannelId kOther { 2 };
    run.add(kShort, kShell, ChannelCreated { kOther, ChannelKind::Pipe, "pipe:[8]" });
    run.open(kShell, 4, kOther, Access::Write, End::Second);
    run.open(kCat, 0, kOther, Access::Read, End::First);
    run.add(kShort, kCat, DescriptorClosed { 0 });
    run.add(kShort, kShell, DescriptorClosed { 4 }); // nobody is there who would notice
    for (const char* const only : { "", "pipe" }) {
        const QStringList lines = with(run.lines(only), "closes descriptor");
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].contains(
            QStringLiteral("closes descriptor 9, the last that could write into pipe A")));
        QVERIFY(lines[1].contains(
            QStringLiteral("closes descriptor 0, the last that could read from pipe B")));
    }
    QVERIFY(with(run.lines("socket"), "closes").isEmpty());
}

void WatchLinesTest::aWaitIsAboutWhatItWaitsFor()
{
    Run run;
    run.enters(kShort, kCat, Call::Read, 0, kPipe);
    run.moves<BytesRead>(kLong, kCat, 0, kPipe, "x");
    CallEntered poll;
    poll.call = Call::Poll;
    const std::array<int, 1> polled { 0 };
    poll.fds = polled;
    run.add(kShort, kCat, poll);
    run.returns(kLong, kCat, Call::Poll, 1);
    for (const char* const only : { "pipe", "wait" }) {
        QCOMPARE(with(run.lines(only), "waits in").size(), 2);
        QCOMPARE(with(run.lines(only), "after 0.5 s").size(), 2);
    }
    QCOMPARE(with(run.lines("socket"), "waits in").size(), 0);
}

void WatchLinesTest::whatIsNotKeptAnyMoreIsSaid()
{
    Run run;
    run.add(kShort, kCat, LimitNoted { SightLimit::Payload, kPipe });
    for (const char* const only : { "", "pipe" })
        QCOMPARE(with(run.lines(only), "through pipe A is only counted from here on").size(), 1);
    QCOMPARE(with(run.lines("socket"), "only counted").size(), 0);
}

void WatchLinesTest::anEmptyMessageIsNoEndOfFile()
{
    constexpr ChannelId kPair { 2 };
    Run run;
    run.add(kShort, kCat,
        ChannelCreated { kPair, ChannelKind::Unix, "socketpair", false, false, true });
    run.open(kCat, 5, kPair, Access::ReadWrite, End::First);
    run.moves<BytesRead>(kShort, kCat, 5, kPair, "", Call::Recvfrom);
    run.moves<BytesRead>(kShort, kCat, 0, kPipe, "");
    QCOMPARE(with(run.lines(), "  an empty datagram").size(), 1);
    QCOMPARE(with(run.lines(), "end of file").size(), 1);
}

void WatchLinesTest::ofAMessageItIsSaidWhatDidNotFit()
{
    Run run;
    BytesRead part;
    part.fd = 0;
    part.channel = kPipe;
    part.call = Call::Read;
    part.requested = part.count = 4;
    part.bytes = { "abcd" };
    part.dropped = 6;
    run.add(kShort, kCat, part);
    BytesRead empty;
    empty.fd = 0;
    empty.channel = kPipe;
    empty.call = Call::Read;
    empty.requested = 4;
    empty.empty = true;
    run.add(kShort, kCat, empty);
    QCOMPARE(with(run.lines(), "4 B “abcd”, and 6 B more that did not fit are lost").size(), 1);
    QCOMPARE(with(run.lines(), "  an empty message").size(), 1);
    QCOMPARE(with(run.lines(), "end of file").size(), 0);
}

void WatchLinesTest::aShutDownThatSucceedsHasALine()
{
    Run run;
    run.add(kShort, kCat, CallReturned { Call::Shutdown, 0, {}, 3 });
    QCOMPARE(with(run.lines(), "shutdown(3) = 0").size(), 1);
}

void WatchLinesTest::aSignalOfWhoIsNotWatchedSaysWhereItComesFrom()
{
    Run run;
    const SignalOrigin shell { Pid { 7 }, "bash", {} };
    run.add(kShort, kCat, SignalDelivered { { SIGUSR1 }, SignalAction::Handler, {}, shell });
    run.add(kShort, kCat, SignalIgnored { { SIGHUP }, { Pid { 7 }, {}, {} } });
    const SignalOrigin key { {}, {}, SignalSource::Terminal };
    run.add(kShort, kCat, SignalDelivered { { SIGINT }, SignalAction::Handler, {}, key });
    const QStringList lines = run.lines();
    QCOMPARE(with(lines, "gets SIGUSR1 from bash 7, which is not watched: ").size(), 1);
    QCOMPARE(with(lines, "gets SIGHUP from 7, which is not watched: ").size(), 1);
    QCOMPARE(with(lines, "gets SIGINT from the terminal: ").size(), 1);
}

void WatchLinesTest::mergedSignalsAreSaidToBe()
{
    Run run;
    run.add(kShort, kCat, SignalDelivered { { SIGUSR1 }, SignalAction::Handler, 2 });
    const QStringList lines = with(run.lines(), "gets SIGUSR1");
    QCOMPARE(lines.size(), 1);
    QVERIFY2(lines.front().contains(QStringLiteral("once for the 3 that were sent")),
        qPrintable(lines.front()));
}

void WatchLinesTest::neighboursHaveColoursOfTheirOwn()
{
    ProcessColours colours;
    QSet<QString> seen;
    for (int pid = 0; pid < 12; ++pid) // numbers that are alike in any way
        seen += colours.coloured(QStringLiteral("it"), Pid { 6 + 6 * pid });
    QCOMPARE(seen.size(), 12);
    QCOMPARE(colours.coloured(QStringLiteral("it"), Pid { 6 }),
        colours.coloured(QStringLiteral("it"), Pid { 6 })); // it keeps its own
}

void WatchLinesTest::aColourIsGivenAgainOnlyWhenItMust()
{
    ProcessColours colours;
    const auto colour = [&](int pid) { return colours.coloured(QString(), Pid { pid }); };
    const QString first = colour(1);
    colours.ended(Pid { 1 });
    QSet<QString> others;
    for (int pid = 2; pid <= 12; ++pid)
        others += colour(pid);
    QCOMPARE(others.size(), 11);
    QVERIFY(!others.contains(first));
    QCOMPARE(colour(13), first); // all others live
}

QTEST_GUILESS_MAIN(WatchLinesTest)
#include "watch_lines_test.moc"
