// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/world_story.h"
#include "views/common/channel_choices.h"
#include "views/common/wording.h"
#include "views/common/wording_chain.h"
#include "views/common/wording_sizes.h"
#include "views/common/wording_wait.h"

#include <QLocale>
#include <QSet>
#include <QTest>

#include <cerrno>
#include <csignal>

namespace ipclab {

namespace {

QString state(const Story& story, int pid)
{
    return stateWords(story.world, *story.world.process(Pid { pid }));
}

QString why(const Story& story, int pid)
{
    return whySentence(story.world, Pid { pid });
}

// A process that runs, on a pipe to another.
void tellPair(Story& story)
{
    story.launch(10, 1, { "writer" });
    story.launch(11, 10, { "reader" }, StartedBy::Fork);
    story.pipe(1);
    story.open(10, 1, 1, Access::Write, End::Second);
    story.open(11, 0, 1, Access::Read);
}

} // namespace

class WordingTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aSizeIsExplainedOnlyWhereItIsKnown_data()
    {
        QTest::addColumn<QString>("stream");
        QTest::addColumn<int>("behind");
        QTest::addColumn<quint64>("capacity");
        QTest::addColumn<QString>("why"); // a part of it; empty: nothing is said
        const auto row = [](const char* name, const char* stream, ChannelKind behind, quint64 size,
                             const char* why) {
            QTest::newRow(name) << QString::fromLatin1(stream) << static_cast<int>(behind) << size
                                << QString::fromLatin1(why);
        };
        row("C, terminal", "stdout", ChannelKind::Pty, 1024, "a terminal says");
        row("C, pipe", "stdout", ChannelKind::Pipe, 4096, "one page");
        row("C++ file", "ofstream", ChannelKind::File, 8192, "BUFSIZ");
        row("C, chosen", "stdout", ChannelKind::Pipe, 65536, "setvbuf");
        row("Python, pipe", "sys.stdout", ChannelKind::Pipe, 8192 + 4096, "two steps");
        row("Python, terminal", "sys.stdin", ChannelKind::Pty, 8192 + 1024, "one block");
        row("Python, another", "sys.stdout", ChannelKind::Pipe, 5000, "");
        row("unbuffered", "stderr", ChannelKind::Pipe, 0, "");
    }

    void aSizeIsExplainedOnlyWhereItIsKnown()
    {
        QFETCH(QString, stream);
        QFETCH(int, behind);
        QFETCH(quint64, capacity);
        QFETCH(QString, why);
        Stream said;
        said.name = stream.toStdString();
        said.capacity = capacity;
        const QString words = whyThisSize(said, static_cast<ChannelKind>(behind));
        QVERIFY2(words.isEmpty() == why.isEmpty() && words.contains(why), qPrintable(words));
        QVERIFY2(!words.contains(u'%'), qPrintable(words));
    }

    void noTwoTicksOfAScaleReadTheSame()
    {
        for (const Nanoseconds step :
            { kMillisecond, 20 * kMillisecond, 50 * kMillisecond, 100 * kMillisecond, kSecond }) {
            QSet<QString> texts;
            for (Nanoseconds time = 0; time <= 20 * step; time += step)
                texts << tickText(time, step);
            QCOMPARE(texts.size(), 21);
        }
    }

    // sys.stdout, and glibc's that it does not use.
    void whoseAStreamIsIsSaidWhereTwoHaveItsName()
    {
        Process process;
        process.pid = Pid { 7 };
        Stream pythons { "sys.stdout", 1, BufferMode::Full, 5, 0, 8192, "hello", 0 };
        Stream librarys { "stdout", 1, BufferMode::Full, 0, 0, 0, {}, 0 };
        process.streams = { pythons, librarys };
        QCOMPARE(streamTitle(process, pythons), QStringLiteral("Python's stdout"));
        QCOMPARE(streamTitle(process, librarys), QStringLiteral("C library's stdout"));
        QCOMPARE(streamLabel(process, pythons), QStringLiteral("stdout")); // no other keeps bytes
        process.streams[1].pending = 3; // a module in C that printed
        QCOMPARE(streamLabel(process, pythons), QStringLiteral("Python stdout"));
        QCOMPARE(streamLabel(process, process.streams[1]), QStringLiteral("C library stdout"));
        process.streams.pop_back();
        QCOMPARE(streamTitle(process, pythons), QStringLiteral("stdout"));
        process.streams = { librarys, { "std::cout", 1, BufferMode::Full, 0, 0, 8192, {}, 0 } };
        QCOMPARE(streamTitle(process, librarys), QStringLiteral("stdout"));
    }

    void whatForkCopiedIsNotSaidToBePrintedByTheChild()
    {
        Story story;
        story.launch(10, 1, { "parent" });
        story.channel(1, ChannelKind::Pipe);
        story.open(10, 1, 1, Access::Write);
        story.stdio(10, 1, "stdout", "once");
        story.tell(11, ProcessStarted { Pid { 10 }, StartedBy::Fork, false });
        const auto said = [&](int pid) {
            return pendingSentence(story.world, *story.world.process(Pid { pid }));
        };
        QVERIFY2(said(10).contains(QStringLiteral("has printed 4 bytes")), qPrintable(said(10)));
        QVERIFY2(said(11).contains(QStringLiteral("4 bytes in its own stdout buffer that it has "
                                                  "not printed: fork() copied them.")),
            qPrintable(said(11)));
        story.stdio(11, 1, "stdout", "once and more");
        QVERIFY2(said(11).contains(QStringLiteral(
                     "13 bytes in its own stdout buffer, of which fork() copied 4 bytes.")),
            qPrintable(said(11)));
    }

    // It may be a fork, of which the making was not seen.
    void whoWasOnlyLookedAtIsNotSaidToHavePrinted()
    {
        Story story;
        story.launch(10, 1, { "found" }, StartedBy::Found);
        story.channel(1, ChannelKind::Pipe);
        story.open(10, 1, 1, Access::Write);
        story.stdio(10, 1, "stdout", "once");
        const QString said = pendingSentence(story.world, *story.world.process(Pid { 10 }));
        QVERIFY2(said.startsWith(QStringLiteral("found keeps 4 bytes: its stdout is a pipe, so")),
            qPrintable(said));
        QVERIFY(!said.contains(QStringLiteral("kernel")));
    }

    void aSentenceSaysWhoseBufferKeepsTheBytes()
    {
        Story story;
        tellDelayedOutput(story);
        TimeCursor cursor;
        story.stdio(4712, 1, "stdout", "from C");
        story.show(cursor);
        QVERIFY2(whySentence(cursor.world(), Pid { 4712 })
                     .contains(QStringLiteral("its Python stdout is a pipe")),
            qPrintable(whySentence(cursor.world(), Pid { 4712 })));
        QVERIFY2(whySentence(cursor.world(), Pid { 4711 })
                     .contains(QStringLiteral("in its own Python stdout buffer")),
            qPrintable(whySentence(cursor.world(), Pid { 4711 })));
    }

    void bytesAreGroupedTheSameInEveryLanguage()
    {
        const QString wanted = QStringLiteral("65\u202f536 B");
        for (const QLocale::Language language :
            { QLocale::English, QLocale::Spanish, QLocale::German, QLocale::French }) {
            QLocale::setDefault(QLocale(language));
            QCOMPARE(bytesText(65536), wanted);
            QCOMPARE(countText(8192), QStringLiteral("8\u202f192"));
            QCOMPARE(countText(999), QStringLiteral("999"));
        }
    }

    void theDateOfARowIsAsShortAfterAnHourAsAfterAMinute()
    {
        QCOMPARE(sinceStartText(123 * kMillisecond), QStringLiteral("+0.123 s"));
        QCOMPARE(sinceStartText(118'304 * kMillisecond), QStringLiteral("+118.304 s"));
        QCOMPARE(sinceStartText(1'118'304 * kMillisecond), QStringLiteral("+1118.30 s"));
        QCOMPARE(sinceStartText(11'183'040 * kMillisecond), QStringLiteral("+11183.0 s"));
    }

    void durationsFollowTheLanguageAndNeverRoundUp()
    {
        QCOMPARE(durationText(4'190'000'000), QStringLiteral("4.1 s"));
        QCOMPARE(durationText(999 * kMillisecond), QStringLiteral("0.9 s"));
        QCOMPARE(durationText(12 * kMillisecond), QStringLiteral("12 ms"));
        QCOMPARE(durationText(340'000), QStringLiteral("340 µs"));
        QCOMPARE(durationText(-5), QStringLiteral("0 s"));
        QCOMPARE(durationText(65 * kSecond), QStringLiteral("1 min 05 s"));
        QCOMPARE(shortDurationText(59'900 * kMillisecond), QStringLiteral("59.9 s"));
        QCOMPARE(shortDurationText(65 * kSecond), QStringLiteral("1 min"));
        QCOMPARE(shortDurationText(7300 * kSecond), QStringLiteral("2 h"));
        QCOMPARE(durationText(125 * kSecond), QStringLiteral("2 min 05 s"));
        QCOMPARE(durationText(3720 * kSecond), QStringLiteral("1 h 02 min"));
        QLocale::setDefault(QLocale(QLocale::Spanish));
        QCOMPARE(durationText(4'100'000'000), QStringLiteral("4,1 s"));
    }

    void channelsAreCalledByLetterPathOrAddress()
    {
        Story story;
        story.pipe(1);
        story.pipe(2);
        story.channel(3, ChannelKind::Fifo, "/tmp/x");
        story.channel(4, ChannelKind::File, "/home/me/out.txt");
        story.channel(5, ChannelKind::File, "/dev/null");
        story.channel(6, ChannelKind::Pty, "/dev/pts/0");
        story.channel(7, ChannelKind::Tcp, "socket:[1]");
        SocketConnected connected;
        connected.channel = ChannelId { 7 };
        connected.local = "127.0.0.1:51000";
        connected.remote = "127.0.0.1:4000";
        story.tell(10, connected);
        const auto label = [&](unsigned id) { return channelLabel(story.world, ChannelId { id }); };
        QCOMPARE(label(1), QStringLiteral("pipe A"));
        QCOMPARE(label(2), QStringLiteral("pipe B"));
        QCOMPARE(label(3), QStringLiteral("FIFO /tmp/x"));
        QCOMPARE(label(4), QStringLiteral("file out.txt"));
        QCOMPARE(label(5), QStringLiteral("/dev/null"));
        QCOMPARE(label(6), QStringLiteral("terminal"));
        QCOMPARE(label(7), QStringLiteral("socket 127.0.0.1:4000"));
        QVERIFY(!label(99).isEmpty());
    }

    void statesSayWhatAndHowLong()
    {
        Story story;
        tellDelayedOutput(story);
        QCOMPARE(state(story, 4711), QStringLiteral("waiting · read(3) 4.0 s"));
        QCOMPARE(state(story, 4712), QStringLiteral("sleeping · 1.2 s left"));
        const Process& reader = *story.world.process(Pid { 4711 });
        QCOMPARE(stateWords(story.world, reader, story.world.now + kSecond),
            QStringLiteral("waiting · read(3) 5.0 s"));
        QCOMPARE(stateWords(story.world, reader, story.world.now + 100 * kSecond),
            QStringLiteral("waiting · read(3) 1 min"));
        story.launch(20, 4711, { "sleep", "100" });
        story.sleep(20, 100); // to come are not so many whole minutes
        QCOMPARE(state(story, 20), QStringLiteral("sleeping · 1 min 40 s left"));
        story.tell(4712, ProcessStopped { { SIGSTOP } });
        QCOMPARE(state(story, 4712), QStringLiteral("stopped by SIGSTOP"));
        story.tell(4712, ProcessContinued { { SIGCONT } });
        story.tell(4712, ProcessExited { 0, {}, false });
        QCOMPARE(state(story, 4712), QStringLiteral("zombie"));
        story.tell(4712, ProcessReaped { Pid { 4711 } });
        QCOMPARE(state(story, 4712), QStringLiteral("ended with 0"));
        story.tell(4711, ProcessExited { {}, { SIGKILL }, false });
        story.tell(4711, ProcessReaped { Pid { 4000 } });
        QCOMPARE(state(story, 4711), QStringLiteral("killed by SIGKILL"));
    }

    void whoWasLetGoHasNotEnded()
    {
        Story story;
        tellDelayedOutput(story);
        ProcessExited gone;
        gone.detached = true;
        story.tell(4711, gone);
        QCOMPARE(state(story, 4711), QStringLiteral("let go"));
        QCOMPARE(whyTitle(story.world, Pid { 4711 }), QStringLiteral("What became of it?"));
        QVERIFY2(why(story, 4711).contains(QStringLiteral("was let go after")),
            qPrintable(why(story, 4711)));
    }

    void aDelayedWriterSaysWhereItsBytesAre()
    {
        Story story;
        tellDelayedOutput(story);
        QCOMPARE(why(story, 4712),
            QStringLiteral(
                "writer.py has printed 58 bytes, but its stdout is a pipe, so it all stays "
                "in its own 12\u202f288-byte buffer until it is full, flushed, or the "
                "program ends. The kernel has seen none of it. writer.py sleeps: "
                "1.2 s left."));
        const QString reader = why(story, 4711);
        QVERIFY2(reader.startsWith(
                     QStringLiteral("reader.py waits in read(3) for data from pipe A. Only "
                                    "writer.py can write there")),
            qPrintable(reader));
        QVERIFY(reader.contains(QStringLiteral("58 bytes")));
    }

    void aDeadlockNamesTheWholeCycleAndTheMissingBytes()
    {
        Story story;
        tellEndlessDialog(story);
        QVERIFY(deadlockOf(story.world, Pid { 5210 }));
        const QString parent
            = QStringLiteral("parent.py waits in read(3) for data from pipe B. Only child.py can "
                             "write there, but child.py waits in read(0) for data from pipe A, "
                             "where only parent.py writes. Nobody can go on, unless a signal "
                             "comes. The 31 bytes that are missing are written already: they are "
                             "still in the stdout buffer of child.py.");
        QCOMPARE(why(story, 5210), parent);
        QVERIFY(why(story, 5211).startsWith(QStringLiteral("child.py waits in read(0)")));
        QCOMPARE(findingSentence(story.world, *story.world.finding(FindingKind::Deadlock)), parent);
        QCOMPARE(
            findingTitle(*story.world.finding(FindingKind::Deadlock)), QStringLiteral("Deadlock"));
    }

    void inADeadlockOfFullPipesNoBytesAreMissing()
    {
        Story story;
        tellEndlessDialog(story);
        QVERIFY(!missingSentence(story.world, *deadlockOf(story.world, Pid { 5211 })).isEmpty());
        for (const unsigned pipe : { 2U, 3U })
            story.tell(5210, ChannelLevel { ChannelId { pipe }, 65536, 65536 });
        story.leave(5210, Call::Read);
        story.leave(5211, Call::Read);
        story.enter(5210, Call::Write, 4, 2);
        story.enter(5211, Call::Write, 1, 3); // of what it keeps in its stdout
        story.noteFindings();
        const Finding* const deadlock = story.world.finding(FindingKind::Deadlock);
        QVERIFY(deadlock);
        QCOMPARE(missingSentence(story.world, *deadlock), QString());
    }

    void aFullPipeSaysHowFullAndWhoCouldRead()
    {
        Story story;
        tellPair(story);
        story.tell(1, ChannelLevel { ChannelId { 1 }, 65536, 65536 });
        story.enter(10, Call::Write, 1, 1);
        const QString sentence = why(story, 10);
        QVERIFY2(
            sentence.contains(QStringLiteral("pipe A is full (65\u202f536 of 65\u202f536 bytes)")),
            qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("Only reader can read there (running)")),
            qPrintable(sentence));
    }

    void whoWaitsForMoreThanThereIsIsNotAboutToGoOn()
    {
        Story story;
        story.launch(10, 1, { "asker" });
        story.launch(11, 1, { "hearer" });
        story.channel(1, ChannelKind::Tcp);
        story.open(10, 3, 1, Access::ReadWrite);
        story.open(11, 4, 1, Access::ReadWrite, End::Second);
        story.enter(11, Call::Recvfrom, 4, 1);
        ChannelLevel level { ChannelId { 1 }, 50, {}, End::Second };
        story.tell(11, level);
        QVERIFY(why(story, 11).contains(QStringLiteral("It finds 50 bytes there")));
        level.least = 100;
        story.tell(11, level);
        const QString sentence = why(story, 11);
        QVERIFY2(sentence.startsWith(QStringLiteral(
                     "hearer waits in recvfrom(4) until at least 100 bytes have come from "
                     "socket A (50 are there). Only asker can write there")),
            qPrintable(sentence));
    }

    void howMuchAStrangerHasNotReadIsNotKnown()
    {
        Story story;
        ChannelCreated socket;
        socket.channel = ChannelId { 1 };
        socket.kind = ChannelKind::Unix;
        socket.outside = true;
        story.launch(10, 1, { "sender" });
        story.tell(10, socket);
        story.tell(
            10, DescriptorOpened { 1, ChannelId { 1 }, Access::ReadWrite, End::First, {}, {} });
        story.enter(10, Call::Write, 1, 1);
        const QString sentence = why(story, 10);
        QVERIFY2(sentence.contains(QStringLiteral("is full (with how many bytes is not known)")),
            qPrintable(sentence));
    }

    void aTerminalThatWeHoldWaitsForYou()
    {
        Story story;
        story.lab(1);
        story.terminal(1, 1, 9);
        story.launch(10, 1, { "cat" });
        story.onTerminal(10, 1);
        story.waitInRead(10, 0, 1);
        QVERIFY2(
            why(story, 10).contains(QStringLiteral("for you to type")), qPrintable(why(story, 10)));
    }

    void noEndOfFileIsForetoldWhereOthersMaySend()
    {
        const QString endOfFile = QStringLiteral("end of file");
        Story story;
        story.lab(1);
        story.launch(10, 1, { "server" });
        story.launch(11, 1, { "client" });
        story.tell(11, ChannelCreated { ChannelId { 1 }, ChannelKind::Udp, "", false, true });
        story.open(11, 3, 1, Access::ReadWrite);
        story.enter(11, Call::Recvfrom, 3, 1);
        QVERIFY(!why(story, 11).contains(endOfFile));
        QVERIFY(why(story, 11).contains(QStringLiteral("Whoever knows its address")));

        story.channel(2, ChannelKind::Tcp);
        story.open(10, 3, 2, Access::ReadWrite);
        SocketNamed listens { 3, ChannelId { 2 }, "127.0.0.1:80", {}, 5, {} };
        story.tell(10, SocketListening { listens });
        story.channel(3, ChannelKind::Tcp);
        story.open(11, 4, 3, Access::ReadWrite);
        SocketNamed connects { 4, ChannelId { 3 }, {}, "127.0.0.1:80", {}, ChannelId { 2 } };
        story.tell(11, SocketConnected { connects });
        story.enter(11, Call::Read, 4, 3);
        QVERIFY(!why(story, 11).contains(endOfFile));
        QVERIFY(why(story, 11).contains(
            QStringLiteral("Nobody has accepted this connection: server 10 (fd 3) could")));

        connects.listener = {}; // somebody listens there whom we do not watch
        story.tell(11, SocketConnected { connects });
        story.enter(11, Call::Read, 4, 3);
        QVERIFY(!why(story, 11).contains(endOfFile));
        story.open(10, 5, 3, Access::ReadWrite, End::Second);
        story.tell(10, DescriptorClosed { 5 });
        QVERIFY(why(story, 11).contains(endOfFile));
    }

    void endsAreExplained()
    {
        Story story;
        tellPair(story);
        story.tell(11, ProcessExited { 3, {}, false });
        const QString zombie = why(story, 11);
        QVERIFY2(zombie.contains(QStringLiteral("ended with 3")), qPrintable(zombie));
        QVERIFY2(zombie.contains(QStringLiteral("its parent, writer")), qPrintable(zombie));
        story.tell(10, ProcessExited { {}, { SIGSEGV }, true });
        QVERIFY(why(story, 10).contains(QStringLiteral("killed by SIGSEGV, core dumped")));
        QCOMPARE(why(story, 999), QString());
    }

    void waitsForChildrenLocksAndConnectionsNameThem()
    {
        Story story;
        tellPair(story);
        CallEntered wait;
        wait.call = Call::Wait4;
        wait.child = Pid { -1 };
        story.tell(10, wait);
        QVERIFY2(why(story, 10).contains(QStringLiteral("for the end of reader")),
            qPrintable(why(story, 10)));
        story.tell(10, ThreadStarted {});
        story.enter(11, Call::Futex);
        story.tell(11, LockWaiting { 0x1000, Tid { 10 } });
        QVERIFY2(why(story, 11).contains(QStringLiteral("a lock that writer holds")),
            qPrintable(why(story, 11)));
    }

    void equalNamesAreToldApartByPid()
    {
        Story story;
        story.launch(10, 1, { "cat" });
        story.launch(11, 1, { "cat" });
        QCOMPARE(
            processName(story.world, *story.world.process(Pid { 10 })), QStringLiteral("cat 10"));
        story.tell(11, ProcessExited { 0, {}, false });
        QCOMPARE(processName(story.world, *story.world.process(Pid { 10 })), QStringLiteral("cat"));
    }

    void commandLinesAreQuotedAsAShellWouldTakeThem()
    {
        Story story;
        story.launch(10, 1, { "sh", "-c", "a | b", "it's", "" });
        QCOMPARE(commandLine(*story.world.process(Pid { 10 })),
            QStringLiteral("sh -c 'a | b' 'it'\\''s' ''"));
    }

    void signalsSayWhatTheyWouldDoNow()
    {
        Process process;
        process.threads[Tid { 1 }].blocked = std::uint64_t { 1 } << (SIGUSR1 - 1);
        process.actions[SIGINT] = SignalAction::Handler;
        process.actions[SIGHUP] = SignalAction::Ignore;
        QCOMPARE(actionWords(process, SIGTERM), QStringLiteral("default: ends"));
        QCOMPARE(actionWords(process, SIGINT), QStringLiteral("handler"));
        QCOMPARE(actionWords(process, SIGHUP), QStringLiteral("ignored"));
        QCOMPARE(actionWords(process, SIGUSR1), QStringLiteral("blocked"));
        QCOMPARE(actionWords(process, SIGKILL), QStringLiteral("cannot be caught"));
        QCOMPARE(actionWords(process, SIGSTOP), QStringLiteral("always stops"));
        QCOMPARE(actionWords(process, SIGCONT), QStringLiteral("resume"));
        QCOMPARE(actionWords(process, SIGTSTP), QStringLiteral("default: stops"));
        process.inOrphanedGroup = true;
        process.actions[SIGTTIN] = SignalAction::Handler;
        QCOMPARE(actionWords(process, SIGTSTP),
            QStringLiteral("does nothing: its process group is orphaned"));
        QCOMPARE(actionWords(process, SIGTSTP), noEffectWords(SignalAction::Default, SIGTSTP));
        QCOMPARE(actionWords(process, SIGTTIN), QStringLiteral("handler"));
        QCOMPARE(actionWords(process, SIGSTOP), QStringLiteral("always stops"));
        QCOMPARE(actionWords(process, SIGQUIT), QStringLiteral("default: ends, core"));
        QCOMPARE(actionWords(process, SIGCHLD), QStringLiteral("default: ignored"));
    }

    void aRefusedCallSaysWhyAndATriedPathSaysNothing()
    {
        CallReturned returned;
        returned.call = Call::Bind;
        returned.error = ErrorNumber { EADDRINUSE };
        QCOMPARE(failureWords({}, returned),
            QStringLiteral("fails: EADDRINUSE, that address is in use, or was until a moment ago"));
        returned.call = Call::Openat;
        for (const int tried : { 0, ENOENT, EAGAIN, EINTR }) {
            returned.error = ErrorNumber { tried };
            QCOMPARE(failureWords({}, returned), QString());
        }
    }

    void whoKeepsAnAddressIsNamedWhereThatIsKnown()
    {
        CallReturned returned;
        returned.call = Call::Bind;
        returned.error = ErrorNumber { EADDRINUSE };
        const auto says = [&](AddressUser by, const char* words) {
            returned.inUseBy = by;
            const QString failure = failureWords({}, returned);
            QVERIFY2(failure.contains(QString::fromLatin1(words)), qPrintable(failure));
            QCOMPARE(QStringLiteral("fails: ") + errorWords({}, returned), failure);
        };
        says(AddressUser::File, "a file of that name is there already");
        says(
            AddressUser::Listener, "a program that is not watched listens at that address already");
        returned.port = 80;
        says(AddressUser::TimeWait, "a connection that is over keeps port 80");
        says(AddressUser::Connection, "a connection that is not over yet still has port 80");
        returned.holder = Pid { 7 };
        says(AddressUser::Connection, "a connection of 7 still has port 80");
        says(AddressUser::Listener, "7 listens at port 80 already");
        says(AddressUser::Socket, "7 has a socket at port 80 already");
    }

    void errorsSayWhatWhyAndWhatToDo()
    {
        QCOMPARE(errorSentence({ EADDRINUSE, "bind", "127.0.0.1:4000" }),
            QStringLiteral("Cannot listen at 127.0.0.1:4000: that address is in use, or was until "
                           "a moment ago. "
                           "Choose another port, or end the program that uses it."));
        const QString tracing = errorSentence({ EPERM, "ptrace", "" });
        QVERIFY(tracing.contains(QStringLiteral("kernel.yama.ptrace_scope=1")));
        QVERIFY(tracing.contains(QStringLiteral("--cap-add=SYS_PTRACE")));
        QVERIFY(errorSentence({ ENOENT, "execve", "nosuch" }).contains(QStringLiteral("nosuch")));
        QVERIFY(
            errorSentence({ EACCES, "execve", "./a" }).contains(QStringLiteral("chmod +x ./a")));
        for (int number = 0; number < 140; ++number) {
            const QString sentence = errorSentence({ number, "frobnicate", "it" });
            QVERIFY2(sentence.contains(QStringLiteral("it")) && !sentence.contains(u'%'),
                qPrintable(sentence));
        }
    }

    void everyWaitAndFindingHasASentence()
    {
        for (int call = 1; call < static_cast<int>(Call::Count); ++call) {
            Story story;
            tellPair(story);
            story.enter(11, static_cast<Call>(call), 0, 1);
            const QString sentence = why(story, 11);
            QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'%'), qPrintable(sentence));
        }
        Story story;
        tellPair(story);
        for (int kind = 0; kind <= static_cast<int>(FindingKind::IdleServer); ++kind) {
            const Finding finding { static_cast<FindingKind>(kind), { Pid { 10 }, Pid { 11 } },
                { ChannelId { 1 } }, 0 };
            QVERIFY(!findingTitle(finding).isEmpty());
            QVERIFY(!findingSentence(story.world, finding).contains(u'%'));
            const Finding bare { static_cast<FindingKind>(kind), {}, {}, 0 };
            QVERIFY(!findingSentence(story.world, bare).contains(u'%')); // and does not fall over
        }
        for (int limit = 0; limit <= static_cast<int>(SightLimit::Payload); ++limit)
            QVERIFY(!limitWords(static_cast<SightLimit>(limit)).isEmpty());
    }

    void allBuffersThatAProcessKeepsAreTold_data()
    {
        QTest::addColumn<int>("buffers");
        QTest::addColumn<int>("told");
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("two") << 2 << 2;
        QTest::newRow("many") << 9 << 6;
    }

    void allBuffersThatAProcessKeepsAreTold()
    {
        QFETCH(int, buffers);
        QFETCH(int, told);
        Story story;
        tellPair(story);
        for (int i = 0; i < buffers; ++i) {
            const std::string name = "file " + std::to_string(i);
            StdioLevel level;
            level.stream = name;
            level.fd = 1;
            level.pending = static_cast<std::uint64_t>(10 + i);
            level.capacity = 4096;
            story.tell(10, level);
        }
        CallEntered waits;
        waits.call = Call::Pause;
        story.tell(10, waits);
        const QStringList lines
            = linkLines(story.world, chainFrom(story.world, Pid { 10 }).links.front());
        QCOMPARE(lines.filter(QStringLiteral("has printed")).size(), told);
        QCOMPARE(lines.filter(QStringLiteral("More buffers that keep bytes: 3")).size(),
            buffers > told ? 1 : 0);
    }

    void whatIsNotSeenIsNotSaidToRun()
    {
        Story story;
        tellPair(story);
        QVERIFY(stateWords(story.world, *story.world.process(Pid { 11 }))
            != QStringLiteral("not seen"));
        story.tell(11, LimitNoted { SightLimit::ForeignCalls });
        QCOMPARE(
            stateWords(story.world, *story.world.process(Pid { 11 })), QStringLiteral("not seen"));
        QVERIFY(why(story, 11).contains(QStringLiteral("unknown")));
    }

    void channelsOfOneNameAreToldApartWhereOneIsChosen()
    {
        Story story;
        tellPair(story);
        story.at(1);
        story.tell(10, ProcessExited { 0, {}, false });
        story.tell(11, ProcessExited { 0, {}, false });
        story.launch(12, 1, { "of the next run" });
        story.pipe(2);
        story.pipe(3);
        const auto names
            = channelChoices(story.world, { ChannelId { 1 }, ChannelId { 2 }, ChannelId { 3 } });
        QCOMPARE(names[0], QStringLiteral("pipe A · +0.000 s"));
        QCOMPARE(names[1], QStringLiteral("pipe A"));
        QCOMPARE(names[2], QStringLiteral("pipe B"));
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::WordingTest)
#include "wording_test.moc"
