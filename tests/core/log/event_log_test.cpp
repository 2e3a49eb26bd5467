// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/event_log.h"
#include "tests/core/support/described.h"
#include "tests/core/support/random_events.h"

#include <QtTest>

#include <array>
#include <string>

using namespace ipclab;

namespace {

Event written(std::string_view bytes, std::uint64_t cut = 0)
{
    BytesWritten body;
    body.fd = 1;
    body.count = bytes.size() + cut;
    body.bytes = { bytes };
    body.cut = cut;
    return { 0, Pid { 1 }, Tid { 1 }, body };
}

Event started(int pid)
{
    return { 0, Pid { pid }, Tid { pid }, ProcessStarted {} };
}

const BytesWritten& bytesAt(const EventLog& log, EventIndex index)
{
    return std::get<BytesWritten>(log[index].body);
}

} // namespace

class EventLogTest : public QObject {
    Q_OBJECT

private slots:
    void whatAnEventPointsToIsCopied();
    void everyKindOfEventIsKeptAsItWas();
    void nothingMovesWhileAMillionEventsAreAppended();
    void aTransferBeyondTheBoundIsCut();
    void whatTheCaptureCutIsAdded();
    void payloadBeyondTheBoundOfTheLogIsNotKept();
    void aLongTextIsCut();
    void textsBeyondTheBoundOfTheLogAreCutAndCounted();
    void onlyWhatRefinesThePictureIsDropped();
    void beyondASecondBoundAllButEndsIsDropped();
    void aViewEndsWhereItWasTaken();
    void whatIsReadIsForgottenAndMakesRoom();
    void whatIsNotReadIsKept();
};

void EventLogTest::whatAnEventPointsToIsCopied()
{
    EventLog log;
    std::string text = "hello";
    std::array fds { 3, 4 };
    std::array pids { Pid { 5 }, Pid { 6 } };
    CallEntered waits;
    waits.fds = fds;
    FindingBegan finding;
    finding.pids = pids;
    QVERIFY(log.append(written(text)));
    QVERIFY(log.append({ 1, Pid { 1 }, Tid { 1 }, waits }));
    QVERIFY(log.append({ 2, Pid {}, Tid {}, finding }));
    text = "XXXXX";
    fds = { 0, 0 };
    pids = {};

    QCOMPARE(std::string(bytesAt(log, 0).bytes.kept), std::string("hello"));
    const auto& keptFds = std::get<CallEntered>(log[1].body).fds;
    QCOMPARE(std::vector(keptFds.begin(), keptFds.end()), (std::vector { 3, 4 }));
    const auto& keptPids = std::get<FindingBegan>(log[2].body).pids;
    QCOMPARE(std::vector(keptPids.begin(), keptPids.end()), (std::vector { Pid { 5 }, Pid { 6 } }));
}

void EventLogTest::everyKindOfEventIsKeptAsItWas()
{
    EventLog log;
    test::RandomEvents events(99, test::RandomEvents::Range::Wide);
    std::vector<QString> before;
    for (int i = 0; i < 20'000; ++i) {
        const Event event = events.next();
        before.push_back(test::described(event));
        QVERIFY(log.append(event));
        events.forget();
    }
    for (std::size_t i = 0; i < before.size(); ++i)
        QCOMPARE(test::described(log[i]), before[i]);
}

void EventLogTest::nothingMovesWhileAMillionEventsAreAppended()
{
    EventLog log;
    log.append(written("the first"));
    const Event* const event = &log[0];
    const char* const bytes = bytesAt(log, 0).bytes.kept.data();
    for (int i = 1; i < 1'000'000; ++i)
        log.append(written(i % 10 == 0 ? "something" : ""));
    QCOMPARE(log.size(), EventIndex { 1'000'000 });
    QCOMPARE(&log[0], event);
    QCOMPARE(bytesAt(log, 0).bytes.kept.data(), bytes);
    QCOMPARE(std::string(bytesAt(log, 0).bytes.kept), std::string("the first"));
    QCOMPARE(log.dropped(), EventLog::Dropped {});
}

void EventLogTest::aTransferBeyondTheBoundIsCut()
{
    EventLog::Limits limits;
    limits.payloadBytesPerEvent = 4;
    EventLog log(limits);
    log.append(written("12345"));
    log.append(written("1234"));
    QCOMPARE(std::string(bytesAt(log, 0).bytes.kept), std::string("1234"));
    QCOMPARE(bytesAt(log, 0).cut, std::uint64_t { 1 });
    QCOMPARE(bytesAt(log, 0).count, std::uint64_t { 5 });
    QCOMPARE(bytesAt(log, 1).cut, std::uint64_t { 0 });
    QCOMPARE(log.dropped(), (EventLog::Dropped { 0, 1 }));

    StdioLevel level;
    level.pending = 6;
    level.bytes = { "123456" };
    log.append({ 0, Pid { 1 }, Tid { 1 }, level });
    QCOMPARE(std::string(std::get<StdioLevel>(log[2].body).bytes.kept), std::string("1234"));
    QCOMPARE(std::get<StdioLevel>(log[2].body).pending, std::uint64_t { 6 });
}

void EventLogTest::whatTheCaptureCutIsAdded()
{
    EventLog::Limits limits;
    limits.payloadBytesPerEvent = 4;
    EventLog log(limits);
    log.append(written("123456", 100));
    QCOMPARE(bytesAt(log, 0).cut, std::uint64_t { 102 });
}

void EventLogTest::payloadBeyondTheBoundOfTheLogIsNotKept()
{
    EventLog::Limits limits;
    limits.payloadBytes = 10;
    EventLog log(limits);
    for (int i = 0; i < 3; ++i)
        QVERIFY(log.append(written("seven77")));
    QCOMPARE(std::string(bytesAt(log, 0).bytes.kept), std::string("seven77"));
    QCOMPARE(std::string(bytesAt(log, 1).bytes.kept), std::string("sev"));
    QCOMPARE(std::string(bytesAt(log, 2).bytes.kept), std::string());
    QCOMPARE(bytesAt(log, 2).count, std::uint64_t { 7 });
    QCOMPARE(bytesAt(log, 2).cut, std::uint64_t { 7 });
    QCOMPARE(log.dropped(), (EventLog::Dropped { 0, 11 }));
}

void EventLogTest::aLongTextIsCut()
{
    EventLog log;
    const std::string words(1'000'000, 'x');
    log.append({ 0, Pid { 1 }, Tid { 1 }, ProgramExecuted { words, { words } } });
    const auto& body = std::get<ProgramExecuted>(log[0].body);
    QCOMPARE(body.path.size(), EventLog::Limits {}.textBytes);
    QCOMPARE(body.argv.joined.size(), EventLog::Limits {}.textBytes);
}

void EventLogTest::textsBeyondTheBoundOfTheLogAreCutAndCounted()
{
    EventLog::Limits limits;
    limits.allTextBytes = 21;
    EventLog log(limits);
    const std::array fds { 3, 4, 5 };
    log.append({ 0, Pid { 1 }, Tid { 1 }, ProgramExecuted { "/bin/one", { "one" } } });
    CallEntered waits;
    waits.fds = fds;
    log.append({ 0, Pid { 1 }, Tid { 1 }, waits });
    log.append({ 0, Pid { 1 }, Tid { 1 }, ProgramExecuted { "/bin/two", { "two" } } });
    QCOMPARE(std::get<ProgramExecuted>(log[0].body).argv.joined, std::string_view("one"));
    const auto& kept = std::get<CallEntered>(log[1].body).fds; // 10 bytes: room for two
    QCOMPARE(std::vector(kept.begin(), kept.end()), (std::vector { 3, 4 }));
    QVERIFY(std::get<ProgramExecuted>(log[2].body).path.empty());
    QCOMPARE(log.dropped(), (EventLog::Dropped { 0, 2 + 11 }));
}

void EventLogTest::onlyWhatRefinesThePictureIsDropped()
{
    EventLog::Limits limits;
    limits.events = 2;
    EventLog log(limits);
    QVERIFY(log.append(started(1)));
    QVERIFY(log.append(written("a")));
    QVERIFY(!log.append(written("b")));
    QVERIFY(!log.append({ 0, Pid { 1 }, Tid { 1 }, BytesRead {} }));
    QVERIFY(!log.append({ 0, Pid { 1 }, Tid { 1 }, CallEntered {} }));
    QVERIFY(!log.append({ 0, Pid { 1 }, Tid { 1 }, CallReturned {} }));
    QVERIFY(!log.append({ 0, Pid { 1 }, Tid { 1 }, ChannelLevel {} }));
    QVERIFY(!log.append({ 0, Pid { 1 }, Tid { 1 }, StdioLevel {} }));
    QVERIFY(log.append(started(2)));
    QVERIFY(log.append({ 0, Pid { 1 }, Tid { 1 }, DescriptorClosed { 3 } }));
    QVERIFY(log.append({ 0, Pid { 1 }, Tid { 1 }, ProcessExited {} }));
    QCOMPARE(log.size(), EventIndex { 5 });
    QCOMPARE(log[2].pid, Pid { 2 });
    QCOMPARE(log.dropped(), (EventLog::Dropped { 6, 0 }));
}

void EventLogTest::beyondASecondBoundAllButEndsIsDropped()
{
    EventLog::Limits limits;
    limits.events = 1;
    limits.allEvents = 3;
    limits.ends = 5;
    EventLog log(limits);
    QVERIFY(log.append(written("a")) && log.append(started(1)) && log.append(started(2)));
    QVERIFY(!log.append(started(3)));
    QVERIFY(log.append({ 0, Pid { 1 }, Tid { 1 }, ProcessExited {} }));
    QVERIFY(!log.append(started(4)));
    QVERIFY(log.append({ 0, Pid { 2 }, Tid { 2 }, ProcessExited {} }));
    QVERIFY(!log.append({ 0, Pid { 3 }, Tid { 3 }, ProcessExited {} }));
    QCOMPARE(log.size(), EventIndex { 5 });
    QCOMPARE(log.dropped(), (EventLog::Dropped { 3, 0 }));
}

void EventLogTest::aViewEndsWhereItWasTaken()
{
    EventLog log;
    log.append(started(1));
    const LogView view(log);
    log.append(started(2));
    QCOMPARE(view.size(), EventIndex { 1 });
    QCOMPARE(view[0].pid, Pid { 1 });
    QCOMPARE(LogView(log).size(), EventIndex { 2 });
}

void EventLogTest::whatIsReadIsForgottenAndMakesRoom()
{
    EventLog::Limits limits;
    limits.events = 20'000;
    limits.payloadBytes = 100'000;
    limits.allTextBytes = 100'000;
    limits.forgets = true;
    EventLog log(limits);
    const std::string bytes = "it is event ";
    for (EventIndex i = 0; i < 500'000; ++i) {
        const std::string said = i % 100 == 0 ? bytes + std::to_string(i) : std::string();
        QVERIFY(log.append(written(said)));
        QCOMPARE(bytesAt(log, i).bytes.kept, said);
        if (i % 1000 == 0)
            log.forgetBefore(i);
    }
    QCOMPARE(log.size(), EventIndex { 500'000 });
    QCOMPARE(log.dropped(), EventLog::Dropped {});
}

void EventLogTest::whatIsNotReadIsKept()
{
    EventLog::Limits limits;
    limits.events = 20'000;
    limits.forgets = true;
    EventLog log(limits);
    log.forgetBefore(5000);
    EventIndex kept = 0;
    while (log.append(written(std::to_string(kept))))
        ++kept;
    QVERIFY(kept >= 20'000);
    for (EventIndex i = 5000; i < kept; ++i)
        QCOMPARE(bytesAt(log, i).bytes.kept, std::to_string(i));
    log.forgetBefore(kept); // and there is room again
    QVERIFY(log.append(written("more")));
    QCOMPARE(bytesAt(log, kept).bytes.kept, std::string("more"));
    QCOMPARE(log.dropped().events, std::uint64_t { 1 });
}

QTEST_GUILESS_MAIN(EventLogTest)
#include "event_log_test.moc"
